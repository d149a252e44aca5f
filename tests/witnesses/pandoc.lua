-- Reads Word files as long as there are any, each the number of its bytes on a line, and the bytes: pandoc.py asks.
-- The answer is told the same way: "true" or "false", whether it could be read, and its tree as JSON, or what is wrong.
local function tell(text)
  io.stdout:write(#text, "\n", text)
end

function Pandoc(document)
  for length in io.lines() do
    local content = io.read(tonumber(length)) or ""
    local read, answer = pcall(function()
      return pandoc.write(pandoc.read(content, "docx"), "json")
    end)
    tell(tostring(read))
    tell(tostring(answer))
    io.stdout:flush()
  end
  return document
end
