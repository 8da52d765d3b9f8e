/** Why what is encrypted in a file cannot be tried at all. The algorithm by its name, else by its dotted identifier. */
export type EncryptionProblem =
  | { readonly code: "unsupported-algorithm"; readonly algorithm: string }
  | { readonly code: "too-much-work" };

/** Thrown within the readers of one file and turned into a `Result` at its entry, as `DerError` is. */
export class EncryptionError extends Error {
  readonly problem: EncryptionProblem;

  constructor(problem: EncryptionProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
