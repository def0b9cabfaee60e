// Starts the page: loads the WebAssembly and the script that belongs to it, or says why that didn't work. A script of
// its own, since the page's content security policy forbids scripts inside it.
// The build writes both names, which change with every version, as preload links into the page's head. This file's own
// name stays, so that it is there when they are gone.

const SCRIPT = 'link[rel="modulepreload"]';
const WASM = 'link[type="application/wasm"]';

function address(link) {
  return document.head.querySelector(link).href;
}

const page = document.getElementById("page");

// The start screen stands in the document. Another screen has to wait for the rest.
if (/^#\/(token|config|help|host)/.test(location.hash)) {
  page.replaceChildren(notice("Onramp", ["Loading…"]));
}

// "Sign in" before the page has started: noted, and done as soon as it has.
page.addEventListener("submit", (event) => {
  event.preventDefault();
  page.dataset.submitted = "";
});

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Error("no WebAssembly");
  }
  const script = await import(address(SCRIPT));
  await script.default({ module_or_path: address(WASM) });
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function notice(title, sentences) {
  const paragraphs = sentences.map((sentence) => element("p", {}, sentence));
  return element("main", { class: "main" }, element("h1", {}, title), ...paragraphs);
}

async function explain(error) {
  if (typeof WebAssembly === "object" && (await Promise.all([SCRIPT, WASM].map(isGone))).includes(true)) {
    offerNewVersion();
    return;
  }
  const sentences = typeof WebAssembly === "object" ? [
    "Part of the page didn't load. Check your connection and reload it.",
    "If that doesn't help, a proxy or an extension may block files that end in .wasm. Ask whoever looks after this page, and show them the line below.",
  ] : [
    "It needs WebAssembly, which this browser doesn't have or has switched off, as Lockdown Mode and some company policies do.",
    "Open this page in a current Firefox, Chrome, Edge or Safari, or allow WebAssembly for it.",
  ];
  const main = notice("Onramp didn't start", [...sentences, `Details: ${error}`]);
  main.setAttribute("role", "alert");
  page.replaceChildren(main);
}

// Whether the host doesn't have a file of this page's version any more. Some answer with the page itself instead.
async function isGone(link) {
  try {
    const { status, headers } = await fetch(address(link), { method: "HEAD", cache: "no-store" });
    return (status >= 400 && status < 500) || /^text\/html/.test(headers.get("content-type"));
  } catch {
    return false;
  }
}

// In the form, which stays as it is.
function offerNewVersion() {
  const button = element("button", { type: "button", class: "button" }, "Reload");
  button.addEventListener("click", reload);
  page.addEventListener("submit", reload);
  const callout = element("div", { class: "callout warn", role: "alert" }, again(),
    element("h2", {}, "A new version is out"),
    element("p", {}, "This tab has an older one, which can't start any more. Reload, and what you typed stays."),
    element("div", { class: "actions" }, button));
  const form = page.querySelector("form");
  if (form) {
    form.prepend(callout);
  } else {
    const main = notice("Onramp", []);
    main.append(callout);
    page.replaceChildren(main);
  }
}

// The icon of doing something once more.
function again() {
  const [icon, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  const attributes = { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" };
  Object.entries(attributes).forEach(([key, value]) => icon.setAttribute(key, value));
  path.setAttribute("d", "M4 10a6 6 0 1 1 1.8 4.3M4 15.2v-3.4h3.4");
  icon.append(path);
  return icon;
}

// What was typed is handed over in the address, as in a link to a colleague.
function reload() {
  const fields = { start_url: "start-url", region: "sso-region", session: "session-name" };
  const link = new URLSearchParams(location.hash.split("?")[1]);
  for (const [name, id] of Object.entries(fields)) {
    const field = document.getElementById(id);
    if (field && field.value !== (field.defaultValue ?? "")) {
      link.set(name, field.value);
    }
  }
  if (document.getElementById(fields.start_url)) {
    history.replaceState(null, "", `#/setup?${link}`);
  }
  location.reload();
}

// Hosts that can send headers forbid it. On others, what is shown in a frame may be made to look like something else.
if (window.top === window) {
  start().catch(explain);
} else {
  page.replaceChildren(notice("Onramp doesn't run inside another page", ["Open it in a tab of its own."]));
}
