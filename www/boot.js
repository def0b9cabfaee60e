// Starts the page: loads the WebAssembly and the script that belongs to it, or says why that did not work.
// The build writes both names, which change with every version, as preload links into the page's head.

function address(rel) {
  return document.head.querySelector(`link[rel="${rel}"]`).href;
}

async function start() {
  if (typeof WebAssembly !== "object") {
    throw new Error("no WebAssembly");
  }
  const page = await import(address("modulepreload"));
  await page.default({ module_or_path: address("preload") });
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function explain(error) {
  const main = document.createElement("main");
  const heading = document.createElement("h1");
  heading.textContent = "Onramp did not start";
  main.setAttribute("role", "alert");
  main.append(heading);
  if (typeof WebAssembly === "object") {
    main.append(
      paragraph("Part of the page did not load. Reload it; a new version may just have been published."),
      paragraph("If that does not help, a proxy or an extension may block files that end in .wasm: ask whoever looks after this page, and show them the line below."),
    );
  } else {
    main.append(
      paragraph("It needs WebAssembly, which this browser does not have or has switched off, as Lockdown Mode and some company policies do."),
      paragraph("Open this page in a current Firefox, Chrome, Edge or Safari, or allow WebAssembly for it."),
    );
  }
  main.append(paragraph(`Details: ${error}`));
  document.getElementById("page").replaceChildren(main);
}

start().catch(explain);
