"use strict";
// Keeps the colours that the reader chose. Without a place to keep them the choice lasts as long as the page.
(() => {
  const KEY = "ceasefire-theme";
  const choices = [...document.querySelectorAll('input[name="theme"]')];
  const kept = (() => { try { return localStorage.getItem(KEY); } catch { return null; } })();
  for (const choice of choices) {
    if (choice.value === kept) choice.checked = true;
    choice.addEventListener("change", () => {
      try { localStorage.setItem(KEY, choice.value); } catch { /* nowhere to keep it */ }
    });
  }
})();
