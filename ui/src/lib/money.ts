// What can be done about an order's money, as forms (R22).
import type { OrderView, PaymentKind } from '../bindings/verbs';
import type { FieldSpec, StepSpec, Values } from './steps';

type Plain = FieldSpec<OrderView>;
const amount: Plain = { name: 'amount', kind: 'money', required: true };
const reason: Plain = { name: 'reason', kind: 'text', required: true };
const payer: Plain = { name: 'payer', kind: 'line' };
const at: Plain = { name: 'at', kind: 'time' };
const method: Plain = { name: 'method', kind: 'pick', words: 'pay-method', options: ['cash', 'transfer', 'mobile'], required: true };
const reference: Plain = { name: 'reference', kind: 'line', required: true, when: (v: Values) => v.method === 'transfer' || v.method === 'mobile' };

export const moneySteps: Record<PaymentKind, StepSpec<OrderView>> = {
  payment: { verb: 'settlement.pay', fields: [amount, method, reference, payer, at] },
  refund: { verb: 'settlement.refund', fields: [amount, method, reference, reason, payer, at] },
  waiver: { verb: 'settlement.waive', fields: [amount, reason, at] },
  on_account: { verb: 'settlement.on_account', fields: [reason, payer, at] },
};
