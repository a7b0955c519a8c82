"use strict";
// What all pages share: making elements from text (never from markup), reading embedded data, light and dark.

const find = (selector, root = document) => root.querySelector(selector);
const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];
const embedded = (id) => JSON.parse(document.getElementById(id).textContent);

/** An element with properties, attributes (`aria-…`, `data-…`, `role`) and children; a string becomes a text node. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function toggleTheme() {
  setTheme(document.documentElement.dataset.theme !== "dark");
}

setTheme(prefersDark.matches);
prefersDark.addEventListener("change", () => setTheme(prefersDark.matches));
find("#theme").addEventListener("click", toggleTheme);
