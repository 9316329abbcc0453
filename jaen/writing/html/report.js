"use strict";
// The page is whole without this. It adds: the theme, the filter of findings, and a card for each concept.
// Texts of articles only ever move as text or as clones of what is on the page, never as markup.
(() => {
  const root = document.documentElement;
  const tools = document.querySelector(".tools");
  tools.hidden = false;

  // --- theme: as the system has it, then light, then dark
  const themes = ["auto", "light", "dark"];
  const theme = tools.querySelector(".theme");
  theme.addEventListener("click", () => {
    const name = themes[(themes.indexOf(theme.dataset.themeName) + 1) % themes.length];
    theme.dataset.themeName = name;
    theme.textContent = `Theme: ${name}`;
    root.dataset.theme = name;
  });

  // --- findings by severity
  for (const button of tools.querySelectorAll("[data-hides]")) {
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      root.classList.toggle(`hide-${button.dataset.hides}`, !shown);
      near.forEach(arrange);
    });
  }

  // --- a jump opens whatever its place is folded into
  const unfold = (place) => {
    for (let at = place && place.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  };
  const placeOf = (hash) => (hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null);
  const see = (place) => {
    const jump = () => place.scrollIntoView({ block: place.offsetHeight > innerHeight / 2 ? "start" : "center" });
    unfold(place);
    jump();
    setTimeout(() => {
      const { top } = place.getBoundingClientRect();
      if (top < 56 || top > innerHeight - 40) jump(); // articles on the way have got their true height
    }, 100);
  };
  const arrive = () => {
    const place = placeOf(location.hash);
    if (place) see(place);
  };
  addEventListener("hashchange", arrive);
  arrive();

  // --- notes in the margin stand beside their sentence, and below the note before where that is long
  const wide = matchMedia("screen and (min-width: 76.01rem)");
  const arrange = (article) => {
    const topOf = (element) => element.getBoundingClientRect().top - article.getBoundingClientRect().top;
    const list = article.querySelector(":scope > .findings");
    article.classList.toggle("aside", wide.matches);
    list.style.marginTop = "";
    let free = 0;
    for (const notes of article.querySelectorAll(".row > .notes")) {
      notes.style.top = "";
      if (!wide.matches || !notes.offsetHeight) continue;
      const row = topOf(notes.parentElement);
      const top = Math.max(row, free);
      notes.style.top = `${top - row}px`;
      free = top + notes.offsetHeight + 10;
    }
    if (free > topOf(list)) list.style.marginTop = `${free - topOf(list) + 32}px`;
  };
  // Only of articles near what is seen: a page may hold a thousand.
  const near = new Set();
  const sizes = new ResizeObserver((entries) => entries.forEach((entry) => arrange(entry.target)));
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        near[isIntersecting ? "add" : "delete"](target);
        sizes[isIntersecting ? "observe" : "unobserve"](target);
      }
    },
    { rootMargin: "1000px" },
  );
  for (const article of document.querySelectorAll(".article.found")) sight.observe(article);
  wide.addEventListener("change", () => near.forEach(arrange));

  // --- the card of a concept
  const card = document.createElement("div");
  card.id = "card";
  card.popover = "manual";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  document.body.append(card);
  let owner = null; // the mention whose card is open
  let pinned = false; // opened by click, tap or Enter: stays until it is closed
  let timer = 0;

  const mentionAt = (node) => (node instanceof Element ? node.closest("a.m") : null);
  const mentionsOf = (mention) => [...document.querySelectorAll(`a.m[href="${mention.getAttribute("href")}"]`)];
  const add = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    card.append(element);
    return element;
  };
  const copies = (nodes) => [...nodes].map((node) => node.cloneNode(true));

  const step = (all, index) => {
    const next = all[(index + all.length) % all.length];
    see(next);
    open(next, true);
    card.focus({ preventScroll: true });
  };

  const fill = (mention, all) => {
    const entry = placeOf(mention.getAttribute("href"));
    card.replaceChildren();
    add("p", "terms", ...copies(entry.querySelector(".terms").children));
    add("div", "about", ...copies(entry.querySelector(".about").childNodes));
    const { kind, by } = mention.dataset;
    add("p", "quiet", by ? `${kind} (matched: ${by})` : kind);
    const steps = add("p", "steps");
    const index = all.indexOf(mention);
    for (const [name, to] of [["previous", index - 1], ["next", index + 1]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.disabled = all.length < 2;
      button.addEventListener("click", () => step(all, to));
      steps.append(button);
    }
    steps.insertBefore(document.createTextNode(` ${index + 1} of ${all.length} `), steps.lastChild);
    const link = document.createElement("a");
    link.href = mention.getAttribute("href");
    link.textContent = "entry";
    link.addEventListener("click", close);
    steps.append(link);
    card.setAttribute("aria-label", entry.querySelector(".term").textContent);
  };

  const put = (mention) => {
    const at = mention.getClientRects()[0] || mention.getBoundingClientRect();
    const width = card.offsetWidth;
    const left = Math.max(8, Math.min(at.left, root.clientWidth - width - 8));
    const below = at.bottom + 6;
    const top = below + card.offsetHeight > innerHeight && at.top > card.offsetHeight ? at.top - card.offsetHeight - 6 : below;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };

  // Articles get their true height when they come into sight: the card goes where its mention goes.
  const follow = () => requestAnimationFrame(() => owner && put(owner));
  addEventListener("scroll", follow, { passive: true });
  new ResizeObserver(follow).observe(document.body);

  function open(mention, pin) {
    clearTimeout(timer);
    pinned = pin;
    if (owner === mention) return;
    close();
    pinned = pin;
    owner = mention;
    const all = mentionsOf(mention);
    fill(mention, all);
    for (const one of all) one.classList.add("on");
    mention.classList.add("here");
    mention.setAttribute("aria-haspopup", "dialog");
    mention.setAttribute("aria-expanded", "true");
    card.showPopover();
    put(mention);
    follow();
  }

  function close() {
    clearTimeout(timer);
    if (!owner) return;
    for (const one of document.querySelectorAll("a.m.on")) one.classList.remove("on", "here");
    owner.removeAttribute("aria-expanded");
    owner = null;
    pinned = false;
    card.hidePopover();
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const mention = mentionAt(event.target);
    clearTimeout(timer);
    if (mention) timer = setTimeout(() => open(mention, false), 250);
    else if (owner && !card.contains(event.target)) timer = setTimeout(close, 250);
  });
  document.addEventListener("focusin", (event) => {
    const mention = mentionAt(event.target);
    if (mention && mention.matches(":focus-visible")) open(mention, false);
    else if (owner && !mention && !card.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const mention = mentionAt(event.target);
    if (mention && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(mention, true);
      if (event.detail === 0) card.focus({ preventScroll: true }); // by Enter: the card is read out, Escape leads back
    } else if (owner && !event.composedPath().includes(card)) close(); // a button that has done its work is gone already
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !owner) return;
    const back = owner;
    const wasInside = card.contains(document.activeElement);
    close();
    if (wasInside) back.focus();
    close(); // the focus has opened it again
  });
})();
