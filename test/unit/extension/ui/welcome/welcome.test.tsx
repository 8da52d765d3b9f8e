// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { AccessState } from "../../../../../extension/src/ui/access/access-state.ts";
import { accessTexts } from "../../../../../extension/src/ui/messages/en/access.ts";
import { welcomeTexts } from "../../../../../extension/src/ui/messages/en/welcome.ts";
import { Welcome } from "../../../../../extension/src/ui/welcome/welcome.tsx";
import { click, draw, named, recordedActions } from "../draw.ts";

describe("the welcome page", () => {
  const links = { guides: "/g", renewal: "/r", settings: "/s" };
  const drawWelcome = (access: AccessState | undefined, done: unknown[][] = []) =>
    draw(<Welcome access={access} actions={recordedActions(done)} links={links} />);

  it.each<[AccessState | undefined, string[]]>([
    [undefined, [...welcomeTexts.sentences, ...welcomeTexts.readsList, ...welcomeTexts.readsNotList]],
    [
      { siteAccess: false, certificates: "no-site-access" },
      [welcomeTexts.seeWhy, accessTexts.allow, welcomeTexts.without],
    ],
    [{ siteAccess: false, certificates: "no-site-access", last: "refused" }, [accessTexts.refused]],
    [{ siteAccess: true, certificates: "not-told-yet" }, [welcomeTexts.afterNotTold]],
    [{ siteAccess: true, certificates: "works" }, [welcomeTexts.afterWorks]],
    [{ siteAccess: true, certificates: "flag-off" }, [welcomeTexts.afterFlag, accessTexts.flag.address]],
  ])("with access %j says what is so", (access, expected) => {
    const text = drawWelcome(access).textContent ?? "";
    for (const each of expected) expect(text).toContain(each);
  });

  it("asks for access from the click, and leads on", async () => {
    const done: unknown[][] = [];
    const root = drawWelcome({ siteAccess: false, certificates: "no-site-access" }, done);
    await click(named(root, accessTexts.allow));
    expect(done).toEqual([["allow"]]);
    expect([...root.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual(["/g", "/r", "/s"]);
  });
});
