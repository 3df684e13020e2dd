/** The entry of the pages the server draws (first visit, sign-in, account): they work without it, and better with it. */

import "./pages.css";
import { guessHome } from "./guess";
import { offerToKeep } from "./keep";

guessHome(document);
offerToKeep(document);
