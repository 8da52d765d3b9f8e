import { mount } from "./ui/mount.ts";
import { OptionsPage } from "./ui/options/options-page.tsx";

mount(<OptionsPage />);
