-- The workloads in Lua, for lua5.4 and for LuaJIT with its compiler off. Prints the answer and the processor nanoseconds of one operation.
--   lua5.4 work.lua WORKLOAD ROUNDS

local rows = {}
local floor = math.floor
for i = 1, 10000 do
  local x = (i * 1103515245 + 12345) % 2147483648
  rows[i] = {
    staff = x % 500, sector = floor(x / 500) % 8, grade = floor(x / 4000) % 4,
    active = floor(x / 16000) % 10 > 0, confined = floor(x / 480000) % 4 == 0,
  }
end

local listed = { [1] = true, [3] = true, [5] = true }

local work = {}

function work.predicate()
  local hits = 0
  for i = 1, 10000 do
    local r = rows[i]
    if r.active and r.staff > 100 and listed[r.sector] and (r.grade == 3 or r.confined) then
      hits = hits + 1
    end
  end
  return hits, 10000
end

local function tier(n)
  if n < 5 then return 1 elseif n < 10 then return 2 elseif n < 20 then return 3
  elseif n < 50 then return 4 elseif n < 80 then return 5 elseif n < 120 then return 6
  elseif n < 160 then return 7 elseif n < 200 then return 8 elseif n < 260 then return 9
  elseif n < 320 then return 10 elseif n < 400 then return 11 else return 12 end
end

function work.tiers()
  local sum = 0
  for i = 1, 10000 do sum = sum + tier(rows[i].staff) end
  return sum, 10000
end

local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end

function work.fib() return fib(27), 832040 end

function work.loop()
  local i, sum = 0, 0
  while i < 10000000 do
    i = i + 1
    sum = sum + i
  end
  return string.format("%.0f", sum), 10000000
end

function work.text()
  local parts = {}
  for i = 1, 50000 do parts[#parts + 1] = "第" .. string.format("%d", i) .. "条；" end
  -- Counted in characters: three of three bytes in each part.
  return #table.concat(parts) - 6 * 50000, 50000
end

local words = {}
do
  local stems = { "检查", "隐患", "整改", "企业", "消防", "培训", "演练", "责任", "台账", "巡查" }
  local seed = 7
  for i = 1, 20000 do
    seed = (seed * 16807) % 2147483647
    words[i] = stems[floor(seed / 65536) % 10 + 1]
  end
  words = table.concat(words, "、")
end

function work.words()
  local count = {}
  local from = 1
  while true do
    local at, stop = string.find(words, "、", from, true)
    local word = string.sub(words, from, (at or 0) - 1)
    count[word] = (count[word] or 0) + 1
    if not at then break end
    from = stop + 1
  end
  return count["隐患"], 20000
end

-- The civil day as a number and back (proleptic Gregorian, day 0 = 1970-01-01).
local function civil(z)
  z = z + 719468
  local era = floor(z / 146097)
  local doe = z - era * 146097
  local yoe = floor((doe - floor(doe / 1460) + floor(doe / 36524) - floor(doe / 146096)) / 365)
  local doy = doe - (365 * yoe + floor(yoe / 4) - floor(yoe / 100))
  local mp = floor((5 * doy + 2) / 153)
  local m = mp < 10 and mp + 3 or mp - 9
  return yoe + era * 400 + (m <= 2 and 1 or 0), m, doy - floor((153 * mp + 2) / 5) + 1
end

-- Weekends only: what a script without the decreed calendar does.
local function afterWorkdays(day, n)
  while n > 0 do
    day = day + 1
    if (day + 3) % 7 < 5 then n = n - 1 end
  end
  return day
end

function work.dates()
  local sum = 0
  for i = 0, 9999 do
    local due = afterWorkdays(19000 + i % 2000, 5 + i % 6)
    local y, m = civil(due)
    sum = sum + (due - 19000) + m
  end
  return string.format("%.0f", sum), 10000
end

local f = work[arg[1]]
local rounds = tonumber(arg[2])
local answer, operations = f()
local start = os.clock()
for _ = 1, rounds do f() end
print(answer, string.format("%.2f", (os.clock() - start) * 1e9 / rounds / operations))
