import { pageAddress } from "../../platform/page-address.ts";
import { useAccess } from "../access/use-access.ts";
import { Welcome } from "./welcome.tsx";

/** The welcome page with the browser behind it. Links are from the extension's root. */
export function WelcomePage() {
  const [access, { allow }] = useAccess();
  const links = {
    guides: `/${pageAddress.guide({ values: {} })}`,
    renewal: `/${pageAddress.renewal()}`,
    settings: `/${pageAddress.options}`,
  };
  return <Welcome access={access} actions={{ allow }} links={links} />;
}
