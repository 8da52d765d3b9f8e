export const productName = "NotAfter";
