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
    element.addEventListener("focus", () => layer.openTooltip());
    element.addEventListener("blur", () => layer.closeTooltip());
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && place.href) window.location.assign(place.href);
    });
  });
}

function addShapes(map: L.Map, shapes: GeoJSON.GeoJsonObject): L.GeoJSON {
  const layer = L.geoJSON<Place>(shapes, {
    style: (feature) => styleOf(feature?.properties?.kind),
    pointToLayer: (feature, at) => L.circleMarker(at, { ...styleOf(feature.properties?.kind), radius: 7 }),
    onEachFeature: (feature, shape) => {
      const place = feature.properties ?? {};
      shape.bindTooltip(place.name ?? "", { direction: "top", sticky: feature.geometry.type !== "Point" });
      shape.bindPopup(linkTo(place));
      if (shape instanceof L.Path) makeReachable(shape, place);
    },
  });
  return layer.addTo(map);
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
    zoomAnimation: !still,
    fadeAnimation: !still,
    attributionControl: Boolean(place.dataset["tiles"]),
  });
  if (place.dataset["tiles"]) {
    L.tileLayer(place.dataset["tiles"], { maxZoom: 19, attribution: place.dataset["tilesBy"] ?? "" }).addTo(map);
  }
  L.control.scale().addTo(map);
  map.fitBounds(addShapes(map, shapes).getBounds().pad(0.08), { maxZoom: 17 });
}

for (const place of document.querySelectorAll<HTMLElement>("[data-map]")) void draw(place);
