/** Texts of the settings. */
export const optionsTexts = {
  title: "Settings",
  loading: "Reading the settings…",

  thresholds: "When a certificate is due",
  thresholdsWhy:
    "A certificate with a short life is due earlier in its life: renewal is due with a third of it left, and urgent with a tenth, whenever that comes later than these days.",
  dueDays: "Due, days before it ends",
  urgentDays: "Urgent, days before it ends",

  helpCenter: "Help center",
  helpCenterWhy:
    "Leave it empty to use the guides inside the extension. Only the host name and the file name are passed on, in a part of the address that no server receives.",
  helpCenterAddress: "Address of the help center",

  save: "Save settings",
  saved: "Saved.",
  notSaved: "Nothing was saved. Look at the marked fields.",
  failed: "The browser did not keep the settings. The earlier ones are still in force. Try again.",

  problems: {
    days: "Write a whole number from 1 to 365.",
    "urgent-after-due": "Urgent comes after due: write a number no larger than the one above.",
    "help-center":
      "Write an address that starts with https:// and ends with /, or leave it empty. Plain http:// is taken for this computer only.",
  },
};
