// Starts the page: loads the WebAssembly and the script that belongs to it, or says why that didn't work. A script of
// its own, since the page's content security policy forbids scripts inside it.
// The build writes both names, which change with every version, as preload links into the page's head.

function address(rel) {
  return document.head.querySelector(`link[rel="${rel}"]`).href;
}

const page = document.getElementById("page");

// The start screen stands in the document. Another screen has to wait for the rest.
if (/^#\/(token|config|help)/.test(location.hash)) {
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
  const script = await import(address("modulepreload"));
  await script.default({ module_or_path: address("preload") });
}

function notice(title, sentences) {
  const main = document.createElement("main");
  main.className = "main";
  const heading = document.createElement("h1");
  heading.textContent = title;
  const paragraphs = sentences.map((sentence) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = sentence;
    return paragraph;
  });
  main.append(heading, ...paragraphs);
  return main;
}

function explain(error) {
  const sentences = typeof WebAssembly === "object" ? [
    "Part of the page didn't load. Reload it; a new version may just have been published.",
    "If that doesn't help, a proxy or an extension may block files that end in .wasm. Ask whoever looks after this page, and show them the line below.",
  ] : [
    "It needs WebAssembly, which this browser doesn't have or has switched off, as Lockdown Mode and some company policies do.",
    "Open this page in a current Firefox, Chrome, Edge or Safari, or allow WebAssembly for it.",
  ];
  const main = notice("Onramp didn't start", [...sentences, `Details: ${error}`]);
  main.setAttribute("role", "alert");
  page.replaceChildren(main);
}

start().catch(explain);
