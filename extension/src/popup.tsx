import { mount } from "./ui/mount.ts";
import { PopupPage } from "./ui/popup/popup-page.tsx";

mount(<PopupPage />);
