import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';
import { lateModule } from './lateModule.ts';
import { hideTip, hideTipOf, showTip, useTip } from './tip.ts';

interface TooltipProps {
  readonly text: string;
  readonly keys?: string;
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/** Says in a word what a control is, on hover and on focus. Never the only place where something is said. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  const anchor = useRef<HTMLElement | null>(null);
  useEffect(() => () => hideTipOf(anchor.current), []);
  const show = (control: HTMLElement, now: boolean) => {
    anchor.current = control;
    showTip({ text, keys, anchor: control }, now);
  };
  const { props } = children;
  return cloneElement(children, {
    onPointerEnter(event: PointerEvent<HTMLElement>) {
      props.onPointerEnter?.(event);
      if (event.pointerType !== 'touch') show(event.currentTarget, false);
    },
    onPointerLeave(event: PointerEvent<HTMLElement>) {
      props.onPointerLeave?.(event);
      hideTip();
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      props.onPointerDown?.(event);
      hideTip();
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      props.onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, true);
    },
    onBlur(event: FocusEvent<HTMLElement>) {
      props.onBlur?.(event);
      hideTip();
    },
  });
}

const useParts = lateModule(() => import('./TipOverPage.tsx'));

/** Around the page: the one place where tips are shown. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  const tip = useTip((shown) => shown.tip);
  const parts = useParts(tip !== null);
  return (
    <>
      {children}
      {tip && parts && <parts.TipOverPage tip={tip} />}
    </>
  );
}
