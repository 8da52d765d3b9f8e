/**
 * Saves a text or bytes as a file by a download that the page starts itself; no permission is needed.
 * `name` is a file name without folders. That the user then picks a place, or cancels, is not told to the page.
 */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The click only queues the download: an address revoked in the same task would be gone before it is read.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
