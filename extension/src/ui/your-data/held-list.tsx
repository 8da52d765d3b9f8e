import { yourDataTexts as texts } from "../messages/en/your-data.ts";
import type { Held } from "./your-data-state.ts";

/** What is stored where, counted. */
export function HeldList({ held }: { readonly held: Held }) {
  if (held.kind !== "open") return <p>{texts.looking}</p>;
  const { counts, visited } = held;
  const places = [
    [
      texts.places.database,
      [
        texts.hosts(counts.hosts),
        texts.seen(counts.certificates),
        texts.given(counts.owned),
        texts.marks(counts.marks),
      ],
    ],
    [texts.places.memory, [texts.visited(visited)]],
    [texts.places.storage, [texts.settings]],
    [texts.places.nowhere, [texts.keys]],
  ] as const;
  return (
    <dl class="held">
      {places.map(([where, what]) => (
        <div key={where}>
          <dt>{where}</dt>
          {what.map((each) => (
            <dd key={each}>{each}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
