import { Tooltip as Radix } from 'radix-ui';
import { useEffect } from 'react';
import { floatingRoot } from './floatingRoot.ts';
import styles from './Tooltip.module.css';
import { hideTip, type Tip } from './tip.ts';

/** A tip beside its control. Radix hangs it on an empty box of the same size, so that the control itself never changes. */
export function TipOverPage({ tip: { text, keys, anchor } }: { readonly tip: Tip }) {
  useEffect(() => {
    // A control that is switched off under the pointer does not say that the pointer leaves.
    const follow = ({ target, pointerType }: PointerEvent) =>
      pointerType !== 'touch' && target instanceof Node && !anchor.contains(target) && hideTip();
    const unlessFocused = (event: PointerEvent) => anchor !== document.activeElement && follow(event);
    const moved = [['scroll', hideTip] as const, ['wheel', hideTip] as const, ['click', hideTip] as const];
    document.addEventListener('pointermove', unlessFocused);
    for (const [name, act] of moved) document.addEventListener(name, act, true);
    return () => {
      document.removeEventListener('pointermove', unlessFocused);
      for (const [name, act] of moved) document.removeEventListener(name, act, true);
    };
  }, [anchor]);
  const { left, top, width, height } = anchor.getBoundingClientRect();
  return (
    <Radix.Provider>
      <Radix.Root open onOpenChange={(open) => !open && hideTip()}>
        <Radix.Trigger asChild>
          <span aria-hidden className={styles.anchor} style={{ left, top, width, height }} />
        </Radix.Trigger>
        <Radix.Portal container={floatingRoot()}>
          <Radix.Content className={styles.tooltip} sideOffset={6} collisionPadding={8}>
            {text}
            {keys && <kbd className={styles.keys}>{keys}</kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
