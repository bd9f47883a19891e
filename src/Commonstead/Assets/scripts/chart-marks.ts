// Tells the lines of a chart apart by more than their colour: each has its own dash or its own marker, on the canvas
// and, drawn the same, in the legend. A plot names its lines' marks; what has none is plain.
import uPlot from "uplot";

export type Mark = { dash: number[]; shape?: Shape | undefined };
export type Shape = "circle" | "square" | "triangle" | "diamond" | "cross" | "plus";

export const shapes: Shape[] = ["circle", "square", "triangle", "diamond", "cross", "plus"];

const radius = 4.5;
const apart = 36;
const swatch = { width: 44, height: 16 };

// Around the origin, in units of the radius; what is not closed is stroked.
const outlines: Record<Shape, { path: string; isOpen?: boolean }> = {
  circle: { path: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z" },
  square: { path: "M-.9 -.9H.9V.9H-.9Z" },
  triangle: { path: "M0 -1.15L1.1 .85H-1.1Z" },
  diamond: { path: "M0 -1.3L1.15 0L0 1.3L-1.15 0Z" },
  cross: { path: "M-1 -1L1 1M-1 1L1 -1", isOpen: true },
  plus: { path: "M-1.2 0H1.2M0 -1.2V1.2", isOpen: true },
};

const strokeOf = (plot: uPlot, index: number) => {
  const stroke = plot.series[index]?.stroke;
  return typeof stroke === "function" ? String(stroke(plot, index)) : String(stroke ?? "");
};

// Lines that run together have their markers at other years, so that neither hides the other.
function drawMarkers(plot: uPlot, index: number, shape: Shape): void {
  const [years, values] = [plot.data[0], plot.data[index]];
  if (!values || years.length < 2 || plot.series[index]?.show === false) return;
  const { ctx, bbox } = plot;
  const size = radius * uPlot.pxRatio;
  const every = Math.max(1, Math.ceil((apart * uPlot.pxRatio * years.length) / bbox.width));
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left - size, bbox.top - size, bbox.width + 2 * size, bbox.height + 2 * size);
  ctx.clip();
  const { path, isOpen } = outlines[shape];
  const outline = new Path2D(path);
  years.forEach((year, at) => {
    const value = values[at];
    if (value === null || value === undefined || (at + 2 * index) % every !== 0) return;
    const place = { x: plot.valToPos(year, "x", true), y: plot.valToPos(value, "y", true) };
    ctx.setTransform(size, 0, 0, size, place.x, place.y);
    ctx.lineWidth = 2 / radius;
    ctx.setLineDash([]);
    ctx.strokeStyle = ctx.fillStyle = strokeOf(plot, index);
    if (isOpen) ctx.stroke(outline);
    else ctx.fill(outline);
  });
  ctx.restore();
}

function legendSwatch(plot: uPlot, index: number, mark: Mark | undefined): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const part = (name: string, attributes: Record<string, string | number>) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const [stroke, middle] = [strokeOf(plot, index), swatch.height / 2];
  const drawing = document.createElementNS(namespace, "svg");
  drawing.setAttribute("aria-hidden", "true");
  for (const side of ["width", "height"] as const) drawing.setAttribute(side, String(swatch[side]));
  drawing.append(
    part("line", {
      x1: 0,
      x2: swatch.width,
      y1: middle,
      y2: middle,
      stroke,
      "stroke-width": plot.series[index]?.width ?? 2,
      "stroke-dasharray": mark?.dash.join(" ") ?? "",
    }),
  );
  if (mark?.shape) {
    const { path, isOpen } = outlines[mark.shape];
    drawing.append(
      part("path", {
        d: path,
        transform: `translate(${swatch.width / 2} ${middle}) scale(${radius})`,
        fill: isOpen ? "none" : stroke,
        stroke: isOpen ? stroke : "none",
        "stroke-width": 2 / radius,
      }),
    );
  }
  return drawing;
}

// marks[0] is the first line's: the years have none.
export function withMarks(marks: Mark[]): uPlot.Plugin {
  return {
    hooks: {
      init: (plot) => {
        plot.root.querySelectorAll(".u-legend .u-series").forEach((row, at) => {
          row.querySelector("th")?.prepend(legendSwatch(plot, at + 1, marks[at]));
          // The swatch has the colour; words are read in that of all words.
          row.querySelector<HTMLElement>(".u-label")?.style.removeProperty("color");
        });
      },
      drawSeries: (plot, index) => {
        const shape = marks[index - 1]?.shape;
        if (shape) drawMarkers(plot, index, shape);
      },
    },
  };
}
