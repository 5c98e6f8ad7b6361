// What can be done about an order's money, as forms (R22); and amounts as they are read out.
import type { Amount, OrderView, PaymentKind, Returnable } from '../bindings/verbs';
import type { FieldSpec, StepSpec, Values } from './steps';
import { money } from './time';
import { t } from './words.svelte';

/** An amount that may still be open, in the words of the core. */
export function between({ from, to }: Amount): string {
  if (to === from) return t('fees-money', { money: money(from) });
  if (to !== null) return t('fees-between', { from: money(from), to: money(to) });
  return from === 0 ? t('fees-unknown') : t('fees-at-least', { from: money(from) });
}

type Plain = FieldSpec<OrderView>;
const amount: Plain = { name: 'amount', kind: 'money', required: true };
const reason: Plain = { name: 'reason', kind: 'text', required: true };
const payer: Plain = { name: 'payer', kind: 'line' };
const at: Plain = { name: 'at', kind: 'time' };
const method: Plain = { name: 'method', kind: 'pick', words: 'pay-method', options: ['cash', 'transfer', 'mobile'], required: true };
const reference: Plain = { name: 'reference', kind: 'line', required: true, when: (v: Values) => v.method === 'transfer' || v.method === 'mobile' };

/** Which of the payments is given back: each by its receipt, with what of it is still here. */
function paid(returnable: Returnable[]): Plain {
  return {
    name: 'payment',
    kind: 'pick',
    required: true,
    options: returnable.map((row) => String(row.payment)),
    labels: returnable.map((row) => t('money-returnable', { no: row.receipt_no, amount: money(row.amount) })),
    start: returnable.length === 1 ? String(returnable[0]?.payment) : '',
  };
}

export const moneySteps = (returnable: Returnable[]): Record<PaymentKind, StepSpec<OrderView>> => ({
  payment: { verb: 'settlement.pay', fields: [amount, method, reference, payer, at] },
  refund: {
    verb: 'settlement.refund',
    fields: [paid(returnable), amount, method, reference, reason, payer, at],
    build: (v) => ({ payment: Number(v.payment) }),
  },
  waiver: { verb: 'settlement.waive', fields: [amount, reason, at] },
  on_account: { verb: 'settlement.on_account', fields: [reason, payer, at] },
});
