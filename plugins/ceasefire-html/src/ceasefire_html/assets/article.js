// Shows what the words under the pointer or in focus say, and what belongs to them. All that is shown stands on the page
// already; it is copied, never written as HTML.
(() => {
  const panel = document.getElementById("inspector");
  const DELAY = 220;
  let origin = null;   // the mark or card whose items are shown
  let lit = "";        // the item whose places are lit
  let pinned = false;
  let pressing = false;  // a finger or button went down; what it focuses is shown when it has become a click
  let timer = 0;

  const isShown = (layer) => document.getElementById("show-" + layer)?.checked ?? true;
  const layerOf = (item) => document.getElementById(item)?.classList.item(1);
  const isOn = (element) => isShown(layerOf(element.dataset.item));
  const places = new Map();
  for (const mark of document.querySelectorAll(".m")) {
    const { item } = mark.dataset;
    if (places.has(item)) places.get(item).push(mark); else places.set(item, [mark]);
  }
  const placesOf = (item) => places.get(item) || [];
  // What on the page beside the article is about one item: a card, a figure, a statement.
  const about = [...document.querySelectorAll("[data-item]:not(.m):not(.item)")];
  const aboutAround = (element) => element.closest?.("[data-item]:not(.m):not(.item)");

  // The marks around a place, the innermost first.
  function marksAt(element) {
    const marks = [];
    for (let at = element.closest(".m"); at; at = at.parentElement.closest(".m")) if (isOn(at)) marks.push(at);
    return marks;
  }

  // Lights the places of an item and of all that belongs to it; without an item, none.
  function light(item) {
    if (item === lit) return;
    lit = item;
    for (const mark of document.querySelectorAll(".m.active, .m.linked")) mark.classList.remove("active", "linked");
    for (const each of about) each.classList.toggle("is-linked", each.dataset.item === item);
    if (!item) return;
    for (const mark of placesOf(item)) mark.classList.add("active");
    for (const other of document.getElementById(item).dataset.linked.split(" ")) {
      for (const mark of placesOf(other)) mark.classList.add("linked");
    }
  }

  function copyOf(item) {
    const copy = document.getElementById(item).cloneNode(true);
    for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
    copy.removeAttribute("tabindex");
    return copy;
  }

  function show(marks) {
    const [mark, ...around] = marks;
    origin = mark;
    const items = [mark, ...around.filter((each) => each.dataset.item !== mark.dataset.item)].map((each) => each.dataset.item);
    // A statement or a pause around a name is told in full too; it is what one asks for next.
    panel.replaceChildren(...[...new Set(items)].map(copyOf));
    panel.hidden = false;
    panel.scrollTop = 0;
    put(mark);
    light(mark.dataset.item);
  }

  function put(mark) {
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    if (getComputedStyle(panel).position === "fixed") {
      // On a phone the panel lies over the lower part of the text; what it tells of stays in sight above it.
      const hidden = box.bottom + 12 - (innerHeight - panel.offsetHeight);
      if (hidden > 0) scrollBy(0, hidden);
      return;
    }
    const room = document.documentElement.clientWidth;
    const height = panel.offsetHeight;
    const text = mark.closest(".text").getBoundingClientRect();
    if (room - text.right > panel.offsetWidth + 24) {
      // Beside the article, so that the words around stay readable.
      panel.style.insetInlineStart = text.right + 8 + scrollX + "px";
      panel.style.top = Math.max(8, Math.min(box.top - 24, innerHeight - height - 12)) + scrollY + "px";
      return;
    }
    const below = box.bottom + 10 + height < innerHeight || box.top < height + 10;
    panel.style.insetInlineStart = Math.max(16, Math.min(box.left, room - panel.offsetWidth - 16)) + scrollX + "px";
    panel.style.top = (below ? box.bottom + 10 : box.top - height - 8) + scrollY + "px";
  }

  function hide() {
    clearTimeout(timer);
    panel.hidden = true;
    pinned = false;
    origin = null;
    light("");
  }

  const later = (action) => { clearTimeout(timer); timer = setTimeout(action, DELAY); };

  document.addEventListener("pointerover", (event) => {
    if (pinned || event.pointerType === "touch") return;
    if (panel.contains(event.target)) { clearTimeout(timer); return; }
    const marks = event.target.closest ? marksAt(event.target) : [];
    if (marks.length) { later(() => show(marks)); return; }
    const card = aboutAround(event.target);
    if (!panel.hidden) later(hide);
    else light(card ? card.dataset.item : "");
  });

  document.addEventListener("pointerdown", () => { pressing = true; });
  for (const end of ["pointercancel", "click", "keydown"]) {
    document.addEventListener(end, () => { pressing = false; }, true);
  }

  document.addEventListener("focusin", (event) => {
    if (pressing || panel.contains(event.target)) return;
    if (event.target.classList.contains("m")) { clearTimeout(timer); show(marksAt(event.target)); return; }
    if (!panel.hidden && !pinned) hide();
    const card = aboutAround(event.target);
    if (card) light(card.dataset.item);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-ref]");
    if (link) { if (go(link.dataset.ref)) event.preventDefault(); return; }
    if (panel.contains(event.target)) return;
    const marks = marksAt(event.target);
    if (marks.length) { clearTimeout(timer); show(marks); pinned = true; } else hide();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      const back = origin;
      if (panel.contains(document.activeElement)) back?.focus({ preventScroll: true });
      hide();
    } else if (event.key === "Enter" && event.target.classList.contains("m")) {
      pinned = true;
      panel.querySelector("a")?.focus();
    }
  });

  // To the first place of an item in the article, else to its card.
  function go(item) {
    const place = placesOf(item).find(isOn);
    if (place) {
      place.focus();
      place.scrollIntoView({ block: "center" });
      clearTimeout(timer);
      show(marksAt(place));
      pinned = true;
      return true;
    }
    openUp(document.getElementById(item));
    return false;
  }

  function openUp(element) {
    const around = element?.closest("details");
    if (around) around.open = true;
  }

  // A layer that is switched off cannot be stepped through.
  for (const box of document.querySelectorAll(".legend input")) {
    box.addEventListener("change", () => {
      hide();
      for (const mark of document.querySelectorAll(".m." + box.id.slice("show-".length) + "[role]")) {
        mark.tabIndex = box.checked ? 0 : -1;
      }
    });
  }

  addEventListener("hashchange", () => openUp(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
  openUp(document.getElementById(decodeURIComponent(location.hash.slice(1))));
})();
