// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { saveFile } from "../../../../extension/src/platform/save-file.ts";

afterEach(() => vi.restoreAllMocks());

describe("saving a file", () => {
  it("starts a download of exactly the text, under the name, and lets go of it later", async () => {
    vi.useFakeTimers();
    const blobs: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      if (blob instanceof Blob) blobs.push(blob);
      return "blob:x";
    });
    const revoke = vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => {});
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });
    saveFile("a.key", "-----BEGIN", "application/x-pem-file");
    expect(clicked).toEqual(["a.key blob:x"]);
    expect([await blobs[0]?.text(), blobs[0]?.type]).toEqual(["-----BEGIN", "application/x-pem-file"]);
    expect(revoke).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith("blob:x");
    vi.useRealTimers();
  });
});
