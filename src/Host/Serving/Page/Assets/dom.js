// Small parts that the other scripts make elements with. Nothing is ever parsed as HTML.

export const byId = (id) => document.getElementById(id);

export function element(name, attributes = {}, ...children) {
  const node = name.startsWith("svg:") ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4)) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "style") {
      Object.entries(value).forEach(([property, text]) => node.style.setProperty(property, text));
    } else {
      node.setAttribute(key, value);
    }
  }

  node.append(...children);
  return node;
}

export const colour = (place) => `var(--c${place % 8})`;

// What is not certain is not called 100 %.
export const percent = (value) => value > 0.995 && value < 1 ? "> 99\u00a0%" : value < 0.005 && value > 0 ? "< 1\u00a0%" : `${(100 * value).toFixed(0)}\u00a0%`;

export const seconds = (value) => `${value.toFixed(1)} s`;
