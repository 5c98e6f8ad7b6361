// From Enter on the sign-in page to the painted workbench, into `window.entered`, in milliseconds.
const root = document.documentElement;
window.entered = null;
addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter") return;
    const begun = event.timeStamp;
    const watch = new MutationObserver(look);
    let drawing = false;
    function look() {
      if (drawing || Number(root.dataset.asking) > 0 || !document.querySelector("main .strip button")) return;
      drawing = true;
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => {
          window.entered = performance.now() - begun;
          watch.disconnect();
        };
        after.port2.postMessage(null);
      });
    }
    watch.observe(root, { attributes: true, childList: true, subtree: true });
  },
  { capture: true, once: true },
);
