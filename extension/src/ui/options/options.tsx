import { SourceList } from "../access/source-list.tsx";
import type { SourcesActions, SourcesView } from "../access/sources-view.ts";
import { optionsTexts as texts } from "../messages/en/options.ts";
import { Notifications, type NotificationsActions, type NotificationsView } from "../notifications/notifications.tsx";
import { PageFrame } from "../parts/page-frame.tsx";
import { YourData } from "../your-data/your-data.tsx";
import type { YourDataActions, YourDataState } from "../your-data/your-data-state.ts";
import { SettingsFields, type SettingsForm, type SettingsFormActions } from "./settings-form.tsx";

export interface OptionsState extends SettingsForm {
  /** Absent until the browser has been looked at. */
  readonly sources?: SourcesView | undefined;
  readonly notifications?: NotificationsView | undefined;
  readonly data?: YourDataState | undefined;
}

export interface OptionsActions extends SettingsFormActions {
  readonly sources: SourcesActions;
  readonly notifications: NotificationsActions;
  readonly data: YourDataActions;
}

interface OptionsProps {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
}

export function Options({ state: { draft, outcome, sources, notifications, data }, actions }: OptionsProps) {
  return (
    <PageFrame title={texts.title} width="narrow">
      <div class="stack">
        {draft === undefined ? (
          <p>{texts.loading}</p>
        ) : (
          <SettingsFields draft={draft} outcome={outcome} actions={actions} />
        )}
        {notifications !== undefined && <Notifications view={notifications} actions={actions.notifications} />}
        {sources !== undefined && <SourceList view={sources} actions={actions.sources} />}
        {data !== undefined && <YourData state={data} actions={actions.data} />}
      </div>
    </PageFrame>
  );
}
