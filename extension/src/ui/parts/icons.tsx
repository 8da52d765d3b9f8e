import type { ComponentChildren } from "preact";

const drawn = (children: ComponentChildren) => () => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    {children}
  </svg>
);

/** Small drawings beside words; each is an ornament, the words say it. */
export const CopyIcon = /* @__PURE__ */ drawn(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 3.5v-.5a1 1 0 0 0-1-1H3.5a1.5 1.5 0 0 0-1.5 1.5v6a1 1 0 0 0 1 1h.5" />
  </>,
);
export const DoneIcon = /* @__PURE__ */ drawn(<path d="M3 8.5l3.5 3.5L13 4.5" />);
export const OpenIcon = /* @__PURE__ */ drawn(
  <path d="M6 3.5H3.5a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V10M9.5 2.5h4v4M13.5 2.5L7.5 8.5" />,
);
export const SaveIcon = /* @__PURE__ */ drawn(<path d="M8 2.5v8M4.5 7.5L8 11l3.5-3.5M2.5 13.5h11" />);
export const UploadIcon = /* @__PURE__ */ drawn(<path d="M8 11V2.5M4.5 6L8 2.5 11.5 6M2.5 13.5h11" />);
export const RemoveIcon = /* @__PURE__ */ drawn(<path d="M4 4l8 8M12 4l-8 8" />);
export const ReloadIcon = /* @__PURE__ */ drawn(<path d="M13.5 3v3.5H10M13.2 6.5A5.5 5.5 0 1 0 13.5 8" />);
export const StarIcon = /* @__PURE__ */ drawn(
  <path d="M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z" />,
);
export const ListIcon = /* @__PURE__ */ drawn(<path d="M6 3.5h8M6 8h8M6 12.5h8M2 3.5h1M2 8h1M2 12.5h1" />);
export const SettingsIcon = /* @__PURE__ */ drawn(
  <>
    <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
    <circle cx="10" cy="4.5" r="2" />
    <circle cx="6" cy="11.5" r="2" />
  </>,
);
