export interface PointReport {
  readonly point: string;
  readonly milliseconds: number;
  /** Absent when the point passed. */
  readonly problem?: string;
}

/** One server's run. Points after the first failure were not reached and are missing. */
export interface ServerReport {
  readonly platform: string;
  /** Name and version, as the server reports them. */
  readonly server: string;
  readonly points: readonly PointReport[];
}
