/** Tells when an element comes near the visible part of the page, and when it leaves; one observer for all. */

type Told = (near: boolean) => void;

const told = new WeakMap<Element, Told>();
let observer: IntersectionObserver | null = null;

/** Call `tell` at each change; the answer stops it. */
export function whenNear(element: Element, tell: Told): () => void {
  observer ??= new IntersectionObserver(report, { rootMargin: "100% 0px" });
  told.set(element, tell);
  observer.observe(element);
  return () => observer?.unobserve(element);
}

function report(changes: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of changes) told.get(target)?.(isIntersecting);
}
