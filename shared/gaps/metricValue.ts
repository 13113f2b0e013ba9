import type { Metric } from '../model/records.ts';
import { named } from './words.ts';

/** A metric's name in a sentence. */
export const metricName = (metric: Metric): string => named(metric);

/** Of the company: how long, how many, how dear. */
export const isOperational = ({ kind }: Metric): boolean => kind === 'operational';
/** Of the customers: how they judge it. */
export const isOfCustomers = ({ kind }: Metric): boolean => kind === 'customer';
