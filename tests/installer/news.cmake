# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
# cmake -P news.cmake: what cmake/News.cmake makes of a changelog.
include(${CMAKE_CURRENT_LIST_DIR}/../../cmake/News.cmake)
set(ENV{SOURCE_DATE_EPOCH} 1800000000) # 2027-01-15
set(file $ENV{TMPDIR})
if(NOT file)
    set(file /tmp)
endif()
string(RANDOM LENGTH 12 name)
set(file ${file}/hangup-news-${name}.md)

# expect(<what> <version> <changelog> <xml>)
function(expect what version changelog expected)
    file(WRITE ${file} "${changelog}")
    hangup_releases(${file} ${version} made)
    file(REMOVE ${file})
    if(NOT made STREQUAL expected)
        message(SEND_ERROR "${what}:\n${made}\nand not\n${expected}")
    endif()
endfunction()

set(old "## [0.1.0] - 2026-12-01\n\n* Eight\n")
set(old_xml "    <release version=\"0.1.0\" date=\"2026-12-01\">\n      <description>\n        <ul>\n          <li>Eight</li>\n        </ul>\n      </description>\n    </release>")
expect("a release" 0.1.0 "# Changelog\n\n${old}" "${old_xml}")
expect("the unreleased section is a development release of this version" 0.2.0
    "# Changelog\n\n## [Unreleased]\n\n### Added\n\n* One; *two* & <three> `four` [five](https://x). Six [seven].\n\n${old}"
    "    <release version=\"0.2.0\" type=\"development\" date=\"2027-01-15\">\n      <description>\n        <ul>\n          <li>One; two &amp; &lt;three&gt; four five. Six seven.</li>\n        </ul>\n      </description>\n    </release>\n${old_xml}")
expect("but not beside a release of this version" 0.1.0 "# Changelog\n\n## [Unreleased]\n\n* New\n\n${old}" "${old_xml}")
expect("a release without points" 0.1.0 "# Changelog\n\n## [0.1.0] - 2026-12-01\n"
    "    <release version=\"0.1.0\" date=\"2026-12-01\">\n    </release>")
string(REPEAT "* Point\n" 12 many)
string(REPEAT "          <li>Point</li>\n" 10 ten)
set(ten "    <release version=\"0.1.0\" date=\"2026-12-01\">\n      <description>\n        <ul>\n${ten}        </ul>\n      </description>\n    </release>")
expect("ten points are enough" 0.1.0 "# Changelog\n\n## [0.1.0] - 2026-12-01\n\n${many}" "${ten}")
