// Draws a table: <table data-chart="what it shows">. The first column is the years, every other a line; cells say their
// plain value in data-value, and an empty one is a gap. Columns headed data-chart-beside stand beside what is compared
// and are drawn dashed in grey; what is compared has markers. The table stays: it says the same in figures.
import uPlot from "uplot";
import { type Mark, shapes, withMarks } from "./chart-marks";

const height = 380;
const printedWidth = 640;
const fanLines = 6;
const colours = ["--brand", "--focus", "--chart-3", "--chart-4", "--chart-5", "--chart-6"];
const dashes = [[14, 5], [2, 3], [9, 3, 2, 3], [5, 4]];
const fanDashes = [[1.5, 3], [7, 3], [], [10, 3, 2, 3], [3, 3]];

type Columns = (number | null)[][];
type Chart = { plot: uPlot; figure: HTMLElement; again: (width: number) => void };

function read(table: HTMLTableElement): Columns {
  const columns: Columns = [...table.querySelectorAll("thead th")].map(() => []);
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.children].forEach((cell, index) => {
      const value = cell instanceof HTMLElement ? cell.dataset["value"] : undefined;
      columns[index]?.push(value === undefined || value === "" ? null : Number(value));
    });
  }
  return columns;
}

const isFan = (table: HTMLTableElement) => "chartFan" in table.dataset;
const drawnOf = (table: HTMLTableElement, columns: Columns) =>
  columns.slice(0, isFan(table) ? fanLines + 1 : undefined);

// Fans of several rules are compared by eye, so that they stand on the same axes.
function commonRange(tables: HTMLTableElement[]): [number, number] | undefined {
  const values = tables.filter(isFan).flatMap((table) => drawnOf(table, read(table)).slice(1).flat());
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? undefined : [Math.min(0, ...known), Math.max(...known) * 1.03];
}

// What stands beside is told apart by its dash, what is compared by its marker.
function marksOf(table: HTMLTableElement, lines: HTMLElement[]): Mark[] {
  let beside = 0;
  return lines.map((head, index) => {
    if ("chartBeside" in head.dataset) return { dash: dashes[beside++ % dashes.length] ?? [] };
    if (isFan(table) && index < fanDashes.length) return { dash: fanDashes[index] ?? [] };
    return { dash: [], shape: shapes[index % shapes.length] };
  });
}

function options(
  table: HTMLTableElement,
  figure: HTMLElement,
  width: number,
  range: [number, number] | undefined,
): uPlot.Options {
  const heads = [...table.querySelectorAll<HTMLElement>("thead th")];
  const style = getComputedStyle(figure);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [before, after] = [table.dataset["chartBefore"] ?? "", table.dataset["chartUnit"] ?? ""];
  const amount = (value: number | null) =>
    value === null
      ? "–"
      : before + value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) + after;
  const axis = { stroke: colour("--ink-quiet"), grid: { stroke: colour("--line"), width: 1 } };
  // The middle of a fan is drawn fully, its edges lightly, and what lies between them is tinted.
  const fan = [colour("--chart-4"), colour("--chart-4"), colour("--brand"), colour("--chart-4"), colour("--chart-4")];
  const lines = heads.slice(1, isFan(table) ? fanLines + 1 : undefined);
  const marks = marksOf(table, lines);
  const line = (head: HTMLElement, index: number): uPlot.Series => ({
    label: head.textContent?.trim() ?? "",
    stroke:
      "chartBeside" in head.dataset
        ? colour("--ink-quiet")
        : ((isFan(table) ? fan[index] : undefined) ?? colour(colours[index % colours.length] ?? "--brand")),
    width: isFan(table) && index < 5 && index !== 2 ? 1 : 2,
    dash: (marks[index]?.dash ?? []).map((length) => length * uPlot.pxRatio),
    points: { show: false },
  });
  return {
    width,
    height,
    legend: { live: false, markers: { show: false } },
    plugins: [withMarks(marks)],
    scales: { x: { time: false }, y: isFan(table) && range ? { range } : {} },
    axes: [
      { ...axis, values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? String(tick) : "")) },
      { ...axis, size: 100, values: (_, ticks) => ticks.map(amount) },
    ],
    series: [
      { label: heads[0]?.textContent?.trim() ?? "" },
      ...lines.map(line),
    ],
    bands: isFan(table)
      ? [
          { series: [5, 1], fill: colour("--chart-4") + "22" },
          { series: [4, 2], fill: colour("--chart-4") + "33" },
        ]
      : [],
  };
}

function draw(table: HTMLTableElement, range: [number, number] | undefined): Chart | undefined {
  const columns = read(table);
  if ((columns[0]?.length ?? 0) < 2) return undefined;
  const figure = document.createElement("figure");
  figure.className = "chart";
  figure.setAttribute("role", "img");
  figure.setAttribute("aria-label", table.dataset["chart"] ?? "");
  (table.closest<HTMLElement>(".table-region") ?? table).before(figure);
  const data = drawnOf(table, columns) as uPlot.AlignedData;
  const chart: Chart = {
    plot: new uPlot(options(table, figure, inner(figure), range), data, figure),
    figure,
    again: (width) => {
      chart.plot.destroy();
      chart.plot = new uPlot(options(table, figure, width, range), data, figure);
    },
  };
  new ResizeObserver(() => {
    if (inner(figure) > 0) chart.plot.setSize({ width: inner(figure), height });
  }).observe(figure);
  return chart;
}

function inner(figure: HTMLElement): number {
  const style = getComputedStyle(figure);
  return figure.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}

const tables = [...document.querySelectorAll<HTMLTableElement>("table[data-chart]")];
const range = commonRange(tables);
const charts = tables.map((table) => draw(table, range)).filter((chart) => chart !== undefined);

const drawAgain = () => charts.forEach((chart) => chart.again(inner(chart.figure)));
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAgain);

// Paper is light, and narrower than the screen: a drawing does not flow as text does, and is made before the paper's
// own rules hold.
window.addEventListener("beforeprint", () => {
  for (const chart of charts) {
    chart.figure.classList.add("on-paper");
    chart.again(printedWidth);
  }
});
window.addEventListener("afterprint", () => {
  for (const chart of charts) chart.figure.classList.remove("on-paper");
  drawAgain();
});
