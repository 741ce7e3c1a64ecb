import { scaleLinear } from "d3-scale";
import { known } from "./answer-words.ts";
import type { Chart } from "./report-document.ts";

/**
 * A chart that is its own table: each number stands in its cell with its bar beneath. The bar stretches with the page
 * and the text does not, so that it is as readable on a phone as in print, and is read aloud as any table is.
 */
export const HtmlChart = ({ chart, id }: { readonly chart: Chart; readonly id: string }) => {
  const { title, categories, series } = chart;
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const length = scaleLinear([0, most], [0, 100]);
  return (
    <table class="chart" aria-labelledby={id}>
      <caption id={id}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Mått</th>
          <th scope="col">År</th>
          <th scope="col">Antal</th>
        </tr>
      </thead>
      {categories.map((category, at) => (
        <tbody key={category}>
          {series.map(({ name, values }, which) => {
            const value = values[at] ?? null;
            return (
              <tr key={name}>
                {which === 0 && (
                  <th scope="rowgroup" rowspan={series.length}>
                    {category}
                  </th>
                )}
                <td>{name}</td>
                <td>
                  {known(value)}
                  {value !== null && (
                    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                      <rect class={which === series.length - 1 ? "now" : "before"} width={length(value)} height="1" />
                    </svg>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
};
