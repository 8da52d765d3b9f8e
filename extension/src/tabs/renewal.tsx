import { mount } from "../ui/mount.ts";
import { RenewalPage } from "../ui/renewal/renewal-page.tsx";

mount(<RenewalPage />);
