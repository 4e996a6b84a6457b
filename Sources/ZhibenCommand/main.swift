import Foundation

// The only place where the program meets the process: its arguments, its environment, its terminal and the clock.
exit(Entry.main())
