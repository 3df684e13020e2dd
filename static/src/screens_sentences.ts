/** The sentences of the screens behind the first one; imported before these screens. */

import recordings from "../strings/en/recordings.json";
import households from "../strings/en/households.json";
import screens from "../strings/en/screens.json";
import { knowSentences } from "./lib/say";

knowSentences({ ...households, ...screens, ...recordings });
