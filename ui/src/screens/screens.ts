// Every screen by the first part of its address.
import type { Component } from 'svelte';
import Audit from './settings/Audit.svelte';
import Backup from './settings/Backup.svelte';
import BookIn from './order/BookIn.svelte';
import DayEnd from './day/DayEnd.svelte';
import Handover from './day/Handover.svelte';
import Money from './money/Money.svelte';
import Order from './order/Order.svelte';
import Orders from './registers/Orders.svelte';
import People from './people/People.svelte';
import Places from './places/Places.svelte';
import Queue from './workbench/Queue.svelte';
import RecordByNo from './RecordByNo.svelte';
import Request from './request/Request.svelte';
import Requests from './registers/Requests.svelte';
import Schedules from './fees/Schedules.svelte';
import Settings from './settings/Settings.svelte';
import Workbench from './workbench/Workbench.svelte';

export const screens: Record<string, Component> = {
  workbench: Workbench,
  queue: Queue,
  'day-end': DayEnd,
  handover: Handover,
  'book-in': BookIn,
  order: Order,
  find: RecordByNo,
  request: Request,
  orders: Orders,
  requests: Requests,
  money: Money,
  fees: Schedules,
  places: Places,
  people: People,
  settings: Settings,
  backup: Backup,
  audit: Audit,
};
