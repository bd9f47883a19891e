// Draws the shapes of a GeoJSON address on a map: <div data-map="/land/parcels.geojson" data-label="...">.
//
// There is no base map unless data-tiles names one. Each feature may have the properties name, href and kind
// ("home" draws a dot). The page keeps a list of the same things beside the map: that list is the way for
// everyone whom a map does not serve, so the map never holds anything the list does not.
import * as L from "leaflet";

type Place = { name?: string; href?: string; kind?: string };

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function styleOf(kind: string | undefined): L.PathOptions {
  const color = token(kind === "home" ? "--map-home" : "--map-parcel");
  return kind === "home"
    ? { color: token("--map-edge"), weight: 2, fillColor: color, fillOpacity: 1 }
    : { color, weight: 2, fillColor: color, fillOpacity: 0.18 };
}

function linkTo(place: Place): HTMLElement {
  const text = place.name ?? "";
  if (!place.href) return Object.assign(document.createElement("span"), { textContent: text });
  return Object.assign(document.createElement("a"), { href: place.href, textContent: text });
}

// Leaflet draws plain paths; here each becomes a named link that the Tab key reaches and Enter follows.
function makeReachable(layer: L.Path, place: Place): void {
  layer.on("add", () => {
    const element = layer.getElement();
    if (!(element instanceof SVGElement) || !place.name) return;
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", "link");
    element.setAttribute("aria-label", place.name);
    const asked = (on: boolean): void => {
      layer.getTooltip()?.getElement()?.classList.toggle("map-label-asked", on);
    };
    element.addEventListener("mouseenter", () => asked(true));
    element.addEventListener("mouseleave", () => asked(false));
    element.addEventListener("focus", () => {
      layer.openTooltip();
      asked(true);
    });
    element.addEventListener("blur", () => {
      asked(false);
      if (!layer.getTooltip()?.options.permanent) layer.closeTooltip();
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && place.href) window.location.assign(place.href);
    });
  });
}

// A shape as it is drawn; for land also its name above it, and the dot that stands for it while it is too small to see.
type Shown = { shape: L.Path; label?: L.Tooltip; dot?: L.CircleMarker };

function name(shape: L.Path, place: Place, label: L.TooltipOptions): void {
  shape.bindTooltip(place.name ?? "", label);
  shape.bindPopup(linkTo(place));
  makeReachable(shape, place);
}

function shapesOf(shapes: GeoJSON.GeoJsonObject): Shown[] {
  const all: Shown[] = [];
  L.geoJSON<Place>(shapes, {
    style: (feature) => styleOf(feature?.properties?.kind),
    pointToLayer: (feature, at) => L.circleMarker(at, { ...styleOf(feature.properties?.kind), radius: 7 }),
    onEachFeature: (feature, shape) => {
      if (!(shape instanceof L.Path)) return;
      const place = feature.properties ?? {};
      if (shape instanceof L.Polygon) {
        const named: L.TooltipOptions = { permanent: true, className: "map-label" };
        const bounds = shape.getBounds();
        const label = L.tooltip({ ...named, direction: "top" })
          .setLatLng([bounds.getNorth(), bounds.getCenter().lng])
          .setContent(Object.assign(document.createElement("span"), { textContent: place.name ?? "" }));
        const dot = L.circleMarker(bounds.getCenter(), { ...styleOf(place.kind), fillOpacity: 1, radius: 6 });
        name(shape, place, { direction: "top", sticky: true });
        name(dot, place, { ...named, direction: "right", offset: [8, 0] });
        all.push({ shape, label, dot });
      } else {
        name(shape, place, { direction: "top" });
        all.push({ shape });
      }
    },
  });
  return all;
}

function put(map: L.Map, layer: L.Layer, on: boolean): void {
  if (on !== map.hasLayer(layer)) {
    if (on) layer.addTo(map);
    else layer.remove();
  }
}

// At a zoom where its land is a speck, a dot with the land's name stands for it and its homes wait until one is near
// enough to tell them apart.
function fit(map: L.Map, all: Shown[]): void {
  const smallest = 24;
  const lands = all.filter((shown) => shown.dot);
  const near = new Set<Shown>();
  for (const land of lands) {
    const bounds = (land.shape as L.Polygon).getBounds();
    const size = map.latLngToLayerPoint(bounds.getSouthEast()).subtract(map.latLngToLayerPoint(bounds.getNorthWest()));
    if (Math.max(size.x, size.y) >= smallest) near.add(land);
    put(map, land.shape, near.has(land));
    put(map, land.label!, near.has(land));
    put(map, land.dot!, !near.has(land));
  }
  const room = (home: Shown): boolean => {
    const at = (home.shape as L.CircleMarker).getLatLng();
    const land = lands.find((one) => (one.shape as L.Polygon).getBounds().pad(0.2).contains(at));
    return !land || near.has(land);
  };
  for (const home of all.filter((shown) => !shown.dot)) put(map, home.shape, room(home));
  clearLabels(map, all);
}

const sides: [L.Direction, L.PointTuple][] = [
  ["right", [8, 0]],
  ["left", [-8, 0]],
  ["bottom", [0, 8]],
  ["top", [0, -8]],
];

// A name stands on the first side of its dot where it lies over nothing; without one it waits until one points at the
// dot.
function clearLabels(map: L.Map, all: Shown[]): void {
  const frame = map.getContainer().getBoundingClientRect();
  const taken = all.flatMap(({ dot, label }) =>
    [dot, label].map((one) => one?.getElement()?.getBoundingClientRect()).filter((box) => box !== undefined),
  );
  for (const { dot } of all) {
    const label = dot?.getElement() ? dot.getTooltip() : undefined;
    if (!label) continue;
    const fits = sides.some(([side, offset]) => {
      label.options.direction = side;
      label.options.offset = offset;
      label.update();
      const box = label.getElement()?.getBoundingClientRect();
      const isFree = box !== undefined && box.left >= frame.left && box.right <= frame.right
        && !taken.some((other) => overlap(box, other));
      if (isFree) taken.push(box);
      return isFree;
    });
    label.getElement()?.classList.toggle("map-label-waits", !fits);
  }
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

async function draw(place: HTMLElement): Promise<void> {
  const url = place.dataset["map"];
  if (!url) return;
  const answer = await fetch(url, { credentials: "same-origin", headers: { accept: "application/geo+json" } });
  if (!answer.ok) return;
  const shapes = (await answer.json()) as GeoJSON.FeatureCollection;
  if (shapes.features.length === 0) return;
  place.hidden = false;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(place, {
    scrollWheelZoom: false,
    // In quarters of a step the land fills its frame, so that more of its names find room.
    zoomSnap: 0.25,
    zoomAnimation: !still,
    fadeAnimation: !still,
    attributionControl: Boolean(place.dataset["tiles"]),
  });
  if (place.dataset["tiles"]) {
    L.tileLayer(place.dataset["tiles"], { maxZoom: 19, attribution: place.dataset["tilesBy"] ?? "" }).addTo(map);
  }
  L.control.scale().addTo(map);
  const all = shapesOf(shapes);
  map.fitBounds(L.geoJSON(shapes).getBounds().pad(0.08), { maxZoom: 18 });
  fit(map, all);
  map.on("zoomend", () => fit(map, all));
}

for (const place of document.querySelectorAll<HTMLElement>("[data-map]")) void draw(place);
