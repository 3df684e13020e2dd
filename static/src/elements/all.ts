/** Every element that the first screen needs, defined by being imported; `../screens.ts` has the rest. */

import "./parts/standing-line";
import "./parts/undo-bar";
import "./shell/app-nav";
import "./shell/closed-door";
import "./shell/my-funds";
import "./shell/nav-bar";
import "./speak/answer-line";
import "./speak/ear-line";
import "./speak/mic-button";
import "./speak/speak-screen";
import "./speak/talk-stage";
import "./speak/today-entries";
import "./speak/typed-entry";
