import { ARM_TITLES } from '../../arms';
import { decimalOf } from '../../numbers';
import { createSay } from '../say';
import { APP } from './app';
import { CALIBRATION } from './calibration';
import { CLAIMS } from './claims';
import { DATA } from './data';
import { ENDPOINT } from './endpoint';
import { ENGINE } from './engine';
import { FORMATS } from './formats';
import { PARQUET } from './parquet';
import { RECORDS } from './records';

export const DE = {
  say: createSay(
    [
      ...ARM_TITLES,
      ...APP,
      ...CALIBRATION,
      ...CLAIMS,
      ...DATA,
      ...ENDPOINT,
      ...ENGINE,
      ...FORMATS,
      ...PARQUET,
      ...RECORDS,
    ],
    (number) => (number.includes(',') ? number.replaceAll(',', '.') : decimalOf('de', number)),
  ),
};
