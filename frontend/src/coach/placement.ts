/** Where to put the phone, drawn: the phone with the figure as it should look in it, and the room from above. */

import { SVG } from "../dom.ts";

export type View = "side" | "front" | "back" | "three-quarter";

/** Degrees round the person from where they look to the phone, seen from above. */
const TURN: Record<View, number> = { side: 90, front: 0, back: 180, "three-quarter": 45 };
/** Centimetres in the picture. */
const [WIDTH, HEIGHT] = [320, 132];
/** The middles of the two drawings. */
const [IN_PHONE, FROM_ABOVE] = [78, 240];

/** `figure` is the drawing of the exercise, of the side that is nearer to the phone; null where it could not be had. In the
 * phone it is mirrored, as the person will be in its picture. */
export function placementDrawing(view: View, figure: SVGSVGElement | null, isLeft = false): SVGSVGElement {
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "coach-placement", "aria-hidden": "true" });
  const room = element("g", isLeft ? { transform: mirrored(FROM_ABOVE) } : {});
  room.append(fromAbove(view));
  svg.append(phone(figure), room);
  return svg;
}

/** Turns round what stands about this middle. */
function mirrored(middle: number): string {
  return `translate(${2 * middle} 0) scale(-1 1)`;
}

/** The phone stands low, leaned on something, and shows all of the body with room round it. */
function phone(figure: SVGSVGElement | null): SVGGElement {
  const lies = figure !== null && isWide(figure);
  const [wide, high] = lies ? [138, 82] : [74, 108];
  const [x, y] = [IN_PHONE - wide / 2, 118 - high];
  const group = element("g", {});
  group.append(
    element("path", { d: `M8 122H148`, class: "coach-floor" }),
    element("path", { d: `M${IN_PHONE + wide / 2 - 8} 121l10-22h16l10 22z`, class: "coach-prop" }),
    element("rect", { x, y, width: wide, height: high, rx: 9, class: "coach-phone" }),
    element("rect", { x: x + 5, y: y + 5, width: wide - 10, height: high - 10, rx: 5, class: "coach-screen" }),
  );
  if (figure !== null) group.append(inside(figure, { x: x + 10, y: y + 10, width: wide - 20, height: high - 20 }));
  return group;
}

function isWide(figure: SVGSVGElement): boolean {
  const { width, height } = figure.viewBox.baseVal;
  return width > height;
}

function inside(figure: SVGSVGElement, place: Readonly<Record<string, number>>): SVGGElement {
  const own = figure.cloneNode(true) as SVGSVGElement;
  for (const id of own.querySelectorAll("[id]")) id.removeAttribute("id");
  for (const [name, value] of Object.entries(place)) own.setAttribute(name, String(value));
  const turned = element("g", { transform: mirrored(IN_PHONE), class: "coach-mirrored" });
  turned.append(own);
  return turned;
}

/** The person looks up in the drawing; the phone stands where it sees them from their right. */
function fromAbove(view: View): SVGGElement {
  const turn = (TURN[view] * Math.PI) / 180;
  const [x, y, far] = view === "side" ? [196, 74, 88] : [242, view === "front" ? 104 : view === "back" ? 34 : 98, 68];
  const [dx, dy] = [Math.sin(turn), -Math.cos(turn)];
  const at = { x: x + dx * far, y: y + dy * far };
  const cone = [-0.3, 0.3].map((by) => `${(at.x - Math.sin(turn + by) * far * 1.1).toFixed(1)} ${(at.y + Math.cos(turn + by) * far * 1.1).toFixed(1)}`);
  const group = element("g", {});
  group.append(
    element("path", { d: `M${at.x} ${at.y}L${cone[0]}L${cone[1]}z`, class: "coach-sight" }),
    element("ellipse", { cx: x, cy: y, rx: 19, ry: 8, class: "coach-body" }),
    element("circle", { cx: x, cy: y, r: 8.5, class: "coach-head" }),
    element("path", { d: `M${x - 3} ${y - 8}l3-5 3 5z`, class: "coach-head" }),
    element("rect", { x: at.x - 9, y: at.y - 3, width: 18, height: 6, rx: 2, class: "coach-phone", transform: `rotate(${TURN[view]} ${at.x} ${at.y})` }),
  );
  return group;
}

function element<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
