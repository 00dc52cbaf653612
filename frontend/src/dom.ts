/** Building elements in one breath: tag, properties, children. */

type Child = Node | string | null | false;

interface Properties {
  readonly class?: string;
  readonly text?: string;
  readonly hidden?: boolean;
  readonly press?: () => void;
  readonly [attribute: string]: string | number | boolean | (() => void) | undefined;
}

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: name, text, press, ...attributes }: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (name !== undefined) element.className = name;
  if (text !== undefined) element.textContent = text;
  if (press !== undefined) element.addEventListener("click", press);
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value);
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

function setAttribute(element: HTMLElement, key: string, value: unknown): void {
  if (value === undefined || value === false) return;
  element.setAttribute(key, value === true ? "" : String(value));
}

/** Sets a text only when it differs, so that readers of the screen are told only what is new. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}

/** Resolves when the page has nothing else to do, or after a few seconds. */
export function idle(): Promise<void> {
  return new Promise((done) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => done(), { timeout: 5000 });
    else setTimeout(done, 200);
  });
}

const PATHS = {
  pause: "M8 5v14M16 5v14",
  play: "M8 5.5v13l10.5-6.5z",
  back: "M18 6.5v11L9.5 12zM6.5 6v12",
  skip: "M6 6.5v11l8.5-5.5zM17.5 6v12",
  sound: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
  mute: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5",
  help: "M12 17.5v.01M9.3 9.3a2.8 2.8 0 1 1 4.2 2.5c-1 .6-1.5 1.2-1.5 2.4M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z",
  phone:
    "M6.5 4.5h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A15.5 15.5 0 0 1 4.5 6.700a2 2 0 0 1 2-2.200z",
  hand: "M8 12V6.500a1.5 1.5 0 0 1 3 0V11M11 10.500V4.800a1.5 1.5 0 0 1 3 0v5.700M14 11V6.300a1.5 1.5 0 0 1 3 0V14a6 6 0 0 1-6 6c-2.5 0-3.8-1.3-4.9-3.200L4 13.300a1.4 1.4 0 0 1 2.3-1.600L8 13.7",
  up: "M12 19V6M6 11.5 12 5.500l6 6",
} as const;

export type IconName = keyof typeof PATHS;

export const SVG = "http://www.w3.org/2000/svg";

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("width", "24");
  svg.setAttribute("height", "24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
