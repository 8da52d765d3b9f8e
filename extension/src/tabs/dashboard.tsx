import { DashboardPage } from "../ui/dashboard/dashboard-page.tsx";
import { mount } from "../ui/mount.ts";

mount(<DashboardPage />);
