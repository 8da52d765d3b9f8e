import type { EndsIn } from "../../../../../shared/watch/ends-in.ts";
import { monthText } from "../../../platform/month-text.ts";
import { timelineTexts as texts } from "../../messages/en/timeline.ts";
import { levelWords } from "./density.tsx";

/** The picture as a table, for those who hear it. */
export function MonthTable({ months }: { readonly months: readonly EndsIn[] }) {
  return (
    <div class="only-spoken">
      <table>
        <caption>{texts.table}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.monthHead}</th>
            <th scope="col">{texts.endingHead}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ from, ending, levels }) => (
            <tr key={from}>
              <th scope="row">{monthText(from, "long")}</th>
              <td>{ending === 0 ? "0" : `${ending.toLocaleString()}: ${levelWords(levels).join(", ")}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
