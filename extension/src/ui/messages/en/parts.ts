/** Texts of the parts that several screens share. */
export const partTexts = {
  product: "NotAfter",
  noSuchDate: "a date that no calendar holds",
  ago: (count: number, unit: "s" | "min" | "h") => `${count} ${unit} ago`,
  justNow: "just now",
  copy: "Copy",
  copied: "Copied",
  copyDenied: "The browser refused the clipboard. Select the text and copy it with the keyboard.",
  copyUnavailable: "This browser offers no clipboard here. Select the text and copy it with the keyboard.",
  loading: "Looking…",
  on: "On",
  off: "Off",
};
