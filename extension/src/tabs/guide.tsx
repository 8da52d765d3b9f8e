import { GuidePage } from "../ui/guide/guide-page.tsx";
import { mount } from "../ui/mount.ts";

mount(<GuidePage />);
