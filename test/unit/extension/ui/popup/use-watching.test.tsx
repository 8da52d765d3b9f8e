// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { askUnwatch, askWatch, askWatchAgain, askWatchState } from "../../../../../extension/src/platform/messages.ts";
import {
  hasNotificationPermission,
  requestNotificationPermission,
} from "../../../../../extension/src/platform/permissions.ts";
import { saveSettings } from "../../../../../extension/src/platform/settings.ts";
import { popupTexts } from "../../../../../extension/src/ui/messages/en/popup.ts";
import { useWatching } from "../../../../../extension/src/ui/popup/use-watching.ts";
import type { WatchActions, Watching } from "../../../../../extension/src/ui/popup/watching.ts";
import { fake } from "../../../../support/fake-browser.ts";
import { draw } from "../draw.ts";

vi.mock(import("../../../../../extension/src/platform/messages.ts"));
vi.mock(import("../../../../../extension/src/platform/permissions.ts"));
const which = vi.hoisted(() => ({ isFirefox: false }));
vi.mock(import("../../../../../extension/src/platform/which-browser.ts"), () => which);

const origin = "https://www.example.com";
const id = "www.example.com:443";
let seen: Watching | undefined;
let does: WatchActions;

function Probe({ privateWindow }: { readonly privateWindow: boolean }) {
  [seen, does] = useWatching({ tabId: 3, origin, privateWindow });
  return null;
}

async function open(privateWindow = false): Promise<void> {
  await act(async () => void draw(<Probe privateWindow={privateWindow} />));
  await vi.waitFor(() => expect(seen).toBeDefined());
}
const doing = (what: () => void): Promise<void> => act(async () => what());
const becomes = (expected: Partial<Watching>): Promise<void> => vi.waitFor(() => expect(seen).toMatchObject(expected));

beforeEach(() => {
  fake.reset();
  vi.resetAllMocks();
  seen = undefined;
  vi.mocked(askWatchState).mockResolvedValue({ kind: "not-watched" });
  vi.mocked(askWatch).mockResolvedValue({ kind: "watched", id });
  vi.mocked(askUnwatch).mockResolvedValue({ kind: "unwatched", id, undo: "all of it" });
  vi.mocked(askWatchAgain).mockResolvedValue({ kind: "watched", id });
  vi.mocked(requestNotificationPermission).mockResolvedValue(true);
  vi.mocked(hasNotificationPermission).mockResolvedValue(false);
});

describe("watching from the popup", () => {
  it.each(["firefox", "chromium"])(
    "tells the background within the click, and asks %s when it takes it",
    async (kind) => {
      which.isFirefox = kind === "firefox";
      let answer: (given: boolean) => void = () => undefined;
      vi.mocked(requestNotificationPermission).mockReturnValue(
        new Promise((resolve) => {
          answer = resolve;
        }),
      );
      await open();
      await act(async () => {
        does.toggle();
        // Chromium's question closes the popup: there the background has answered before.
        expect(requestNotificationPermission).toHaveBeenCalledTimes(which.isFirefox ? 1 : 0);
        expect(askWatch).toHaveBeenCalledWith(3, origin);
      });
      await becomes({ kind: "watched", id, added: true });
      expect(requestNotificationPermission).toHaveBeenCalledOnce();
      await doing(() => answer(false));
      await becomes({ kind: "watched", id, added: true, notice: "refused" });
    },
  );

  it.each([
    ["given", () => Promise.resolve(true), "notified"],
    ["refused", () => Promise.resolve(false), "refused"],
    ["impossible", () => Promise.reject(new Error("no gesture")), "refused"],
  ] as const)("says what follows where the permission is %s", async (_, asked, notice) => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.mocked(requestNotificationPermission).mockImplementation(asked);
    await open();
    await doing(() => does.toggle());
    await becomes({ kind: "watched", id, added: true, notice });
  });

  it("does not fill the star again when the browser is answered after the second click", async () => {
    let answer: (given: boolean) => void = () => undefined;
    vi.mocked(requestNotificationPermission).mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await open();
    await doing(() => does.toggle());
    await doing(() => does.toggle());
    await becomes({ kind: "forgotten" });
    await doing(() => answer(true));
    await doing(() => undefined);
    expect(seen).toMatchObject({ kind: "forgotten" });
  });

  it("asks for nothing where the permission is there already", async () => {
    vi.mocked(hasNotificationPermission).mockResolvedValue(true);
    await open();
    await doing(() => does.toggle());
    await becomes({ kind: "watched", id, added: true, notice: "notified" });
    expect(requestNotificationPermission).not.toHaveBeenCalled();
  });

  it("asks for nothing where notifications are switched off", async () => {
    await saveSettings({ notifications: false });
    await open();
    await doing(() => does.toggle());
    expect(requestNotificationPermission).not.toHaveBeenCalled();
    await becomes({ kind: "watched", id, added: true, notice: "switched-off" });
  });

  it("stops with the second click, and takes that back with all that was known", async () => {
    vi.mocked(askWatchState).mockResolvedValue({ kind: "watched", id });
    vi.mocked(hasNotificationPermission).mockResolvedValue(true);
    await open();
    expect(seen).toEqual({ kind: "watched", id, added: false });
    await doing(() => does.toggle());
    await becomes({ kind: "forgotten", id });
    await doing(() => does.undo());
    expect(askWatchAgain).toHaveBeenCalledWith(id, "all of it");
    await becomes({ kind: "watched", id, added: false });
    expect(requestNotificationPermission).not.toHaveBeenCalled();
  });

  it("says of a watched site that it cannot be notified of, until the user allows or wants that", async () => {
    vi.mocked(askWatchState).mockResolvedValue({ kind: "watched", id });
    vi.mocked(hasNotificationPermission).mockResolvedValue(false);
    await open();
    expect(seen).toEqual({ kind: "watched", id, added: false, notice: "refused" });
    await saveSettings({ notifications: false });
    seen = undefined;
    await open();
    expect(seen).toEqual({ kind: "watched", id, added: false });
  });

  it("asks in a private window first, where the list outlives it", async () => {
    await open(true);
    await doing(() => does.toggle());
    expect(seen).toEqual({ kind: "asking" });
    await doing(() => does.decide(false));
    expect(seen).toEqual({ kind: "not-watched" });
    expect(askWatch).not.toHaveBeenCalled();
    await doing(() => does.toggle());
    await doing(() => does.decide(true));
    await becomes({ kind: "watched", id, added: true });
  });

  it("keeps the star as it stands where the store cannot, and says why", async () => {
    const text = "There is no more room.";
    const problem = { code: "storage-full" } as const;
    vi.mocked(askWatch).mockResolvedValue({ kind: "problem", problem, text });
    await open();
    await doing(() => does.toggle());
    await becomes({ kind: "problem", text });

    vi.mocked(askWatchState).mockResolvedValue({ kind: "watched", id });
    vi.mocked(askUnwatch).mockResolvedValue({ kind: "problem", problem, text });
    seen = undefined;
    await open();
    await doing(() => does.toggle());
    await becomes({ kind: "problem", text, id });
  });

  it("says that nothing was changed where the background does not answer", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.mocked(askWatch).mockRejectedValue(new Error("no receiver"));
    await open();
    await doing(() => does.toggle());
    await becomes({ kind: "problem", text: popupTexts.watch.failed });
  });
});
