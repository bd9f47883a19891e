// Draws a table: <table data-chart="what it shows">. The first column is the years, every other a line; cells say their
// plain value in data-value, and an empty one is a gap. The table stays: it says the same in figures.
import uPlot from "uplot";

const height = 380;
const colours = ["--brand", "--focus", "--chart-3", "--chart-4", "--chart-5", "--chart-6"];
const dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3]];

function draw(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent?.trim() ?? "");
  const columns: (number | null)[][] = heads.map(() => []);
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.children].forEach((cell, index) => {
      const value = cell instanceof HTMLElement ? cell.dataset["value"] : undefined;
      columns[index]?.push(value === undefined || value === "" ? null : Number(value));
    });
  }
  if ((columns[0]?.length ?? 0) < 2) return;

  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const unit = table.dataset["chartUnit"] ?? "";
  const amount = (value: number | null) =>
    value === null ? "–" : value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) + unit;
  const axis = { stroke: colour("--ink-quiet"), grid: { stroke: colour("--line"), width: 1 } };
  const figure = document.createElement("figure");
  figure.className = "chart";
  figure.setAttribute("role", "img");
  figure.setAttribute("aria-label", table.dataset["chart"] ?? "");
  const region = table.closest<HTMLElement>(".table-region") ?? table;
  region.before(figure);
  // The middle of a fan is drawn fully, its edges lightly, and what lies between them is tinted.
  const isFan = "chartFan" in table.dataset;
  const drawn = isFan ? 6 : heads.length - 1;
  const fan = [colour("--chart-4"), colour("--chart-4"), colour("--brand"), colour("--chart-4"), colour("--chart-4")];
  const plot = new uPlot(
    {
      width: figure.clientWidth,
      height,
      scales: { x: { time: false } },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? String(tick) : "")) },
        { ...axis, size: 90, values: (_, ticks) => ticks.map(amount) },
      ],
      series: [
        { label: heads[0] ?? "", value: (_, value) => (value === null ? "–" : String(value)) },
        ...heads.slice(1, drawn + 1).map((label, index) => ({
          label,
          stroke: (isFan ? fan[index] : undefined) ?? colour(colours[index % colours.length] ?? "--brand"),
          width: isFan && index < 5 && index !== 2 ? 1 : 2,
          dash: dashes[Math.floor(index / colours.length) % dashes.length] ?? [],
          value: (_: uPlot, value: number | null) => amount(value),
        })),
      ],
      bands: isFan
        ? [
            { series: [5, 1], fill: colour("--chart-4") + "22" },
            { series: [4, 2], fill: colour("--chart-4") + "33" },
          ]
        : [],
    },
    columns.slice(0, drawn + 1) as uPlot.AlignedData,
    figure,
  );
  new ResizeObserver(() => plot.setSize({ width: figure.clientWidth, height })).observe(figure);
}

for (const table of document.querySelectorAll<HTMLTableElement>("table[data-chart]")) draw(table);
