/** The sentences of the screens behind the first one; imported before these screens. */

import households from "../strings/en/households.json";
import month from "../strings/en/month.json";
import recordings from "../strings/en/recordings.json";
import report from "../strings/en/report.json";
import screens from "../strings/en/screens.json";
import { knowSentences } from "./lib/say";

knowSentences({ ...households, ...month, ...recordings, ...report, ...screens });
