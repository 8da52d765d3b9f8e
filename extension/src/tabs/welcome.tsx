import { mount } from "../ui/mount.ts";
import { WelcomePage } from "../ui/welcome/welcome-page.tsx";

mount(<WelcomePage />);
