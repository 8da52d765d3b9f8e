import type { StarlightExpressiveCodeOptions } from "@astrojs/starlight/expressive-code";
import { codeMeaning } from "./code-meaning.ts";
import { codeTokens } from "./code-tokens.ts";

/** How code looks and what may be done to it: lines wrap, so that nothing of a command is out of sight, on paper either. */
export const codeBlocks: StarlightExpressiveCodeOptions = {
  plugins: [codeMeaning(), codeTokens()],
  themes: ["github-dark", "github-light"],
  defaultProps: { wrap: true, preserveIndent: true, hangingIndent: 2 },
  // What is published is what runs: nothing is taken out of the code, and the button copies all of it.
  frames: { extractFileNameFromCode: false, removeCommentsWhenCopyingTerminalFrames: false },
  styleOverrides: {
    borderRadius: "8px",
    borderColor: "var(--sl-color-gray-5)",
    codeBackground: ({ theme }) => (theme.type === "dark" ? "#1b2026" : "#f3f0e9"),
    frames: {
      frameBoxShadowCssValue: "none",
      editorTabBarBackground: "transparent",
      editorTabBarBorderColor: "var(--sl-color-gray-5)",
      editorTabBarBorderBottomColor: "transparent",
      editorActiveTabBackground: "transparent",
      editorActiveTabBorderColor: "transparent",
      editorActiveTabForeground: "var(--sl-color-gray-3)",
      editorActiveTabIndicatorTopColor: "transparent",
      editorActiveTabIndicatorBottomColor: "transparent",
    },
  },
};
