"""What stands on a page and belongs to no report: navigation, shares, counts, notices, links.

Lines are judged one by one; a notice or a list of other reports then takes what follows with
it. A long paragraph is never judged by itself, and a list of links ends where prose begins.
"""

import re

from store.model import Block
from store.reading.characters import simplified

_LONGEST = 90
_LONGEST_FOOTER = 400

_COUNTS = re.compile(
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?\s*[:：]\s*\d*\s*次?"
    r"|(?<![-/.:：年月\d])\d+\s*次?(?:浏览|阅读|点击)(?!次数|量|数|率)\s*[:：]?"
    r"|分享(?:到|至)?\s*[:：]?\s*$"
    r"|[【〖\[]?\s*(?:字体|字号|字型)\s*[:：]?\s*"
    r"(?:[【〖\[]?\s*(?:超大|特大|大|中|小|默认|缩小|放大)\s*[】〗\]]?\s*){1,5}[】〗\]]?"
    r"|(?:字体|字号)\s*[:：]\s*(?:[【〖\[][\s|]*[】〗\]]?)?\s*$"
    r"|[【\[]?(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏(?:本[页文])?|我要纠错|保存|复制链接|举报)[】\]]?"
    r"(?=\s|$)"
)
_EXPAND = re.compile(r"\s*(?:展开(?:详细|全文)|(?:点击)?查看更多|收起全文)\s*$")
_BAR = re.compile(r"\s*[|｜│丨]\s*")
_BREADCRUMB = re.compile(
    r"[•·]?\s*(?:您|你)?(?:现在|当前|目前|所在)?(?:所在)?的?位置\s*[:：]|(?:您|你)?(?:现在|当前|目前)所在\s*[:：]|(?:网站|本站)?首页\s*[>＞»›／/]"
)
_BREADCRUMB_INSIDE = re.compile(r"[^，。：:\s]{2,10}\s+首页\s*[>＞»›]")
_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}")
"""A place on a site that names a day is the date line of a newspaper's page."""
_STARTS = re.compile(
    r"本网站已支持IPv6"
    r"|[【\[]?\s*[上下前后]一?[篇条则页章](?:文章|新闻|信息)?(?:\s*[】\]:：]|\s+|$)"
    r"|[•·]?\s*(?:浏览|阅读|点击|访问)(?:次数|量|数|率)\s*[:：]?\s*\d*$|[【〖\[]?\s*字[体号]\s*[:：]"
    r"|欢迎(?:登[陆录]|访问|光临|来到).{0,24}网|下一版|上一版|手机终端下载"
    r"|已有\s*\d*\s*人|来说两句|登录后|扫一扫|扫描?二维码|手机(?:浏览器)?扫|长按(?:识别|二维码)"
    r"|微信扫|[\[【(（]?(?:转入文章首发地址|查看原文|阅读原文|查看视频|原文链接|原文地址|原文网址"
    r"|本文链接|本文网址|查看完整版本)|页\s*[:：]\s*\[?\d+|Powered\s+by\b|Copyright\b|©"
    r"|版权所有|版權所有|技术支持\s*[:：]|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|网站标识码"
    r"|[•·]?\s*(?:联系电话|传\s*真|邮\s*箱|电子邮箱|联系地址|邮\s*编|邮政编码|举报电话|举报邮箱|客服(?:电话|热线))"
    r"\s*[:：]|[（(]\s*更新时间戳|[（(]完整HTML|百佳诚信",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"分享(?:到|至|给|本文|让)?.{0,12}|[（(]完[)）]|-\s*N\s*\+|【?(?:打印|关闭|返回|收藏|点赞|举报|注册|登录)】?"
    r"|(?:打印|关闭|收藏|返回)(?:本页|窗口|本文|顶部|列表|首页|上一页)|回到?顶部|更多\s*[>»＞]*"
    r"|展开(?:详细|全文)|(?:网友|最热|最新|热门|全部)评论|\d+\s*条?评论|发表评论|我要评论|加载(?:中|更多).{0,6}"
    r"|[•·]\s*(?:听全文|分享到?|回复|收藏|QQ空间|朋友圈|微信|微博|-)|找回密码|(?:立即)?注册|QQ登[录陆]|只需一步，?,?快速开始|文章点评"
    r"|[大中小]|首页|admin|EN|CN|home|news|more|https?://\S+"
    r"|(?:打印|网摘|纠错|商城|分享|推荐|收藏|转发|评论|点赞|字号|字体|关闭|复制|[\s|]){3,}"
    r"|责任编辑\s*[:：]?|广告|推广|(?:热词|标签|关键[词字])\s*[:：]|English|点击查看.{0,20}|(?:与我们)?联系(?:我们)?"
    r"|立即打开|打开(?:APP|客户端).{0,8}|(?:APP|客户端)内打开|点击(?:上方|下方)?.{0,6}蓝[色]?字.{0,20}|往期(?:推荐|回顾)"
    r"|政务服务(?:登录|注册)|网站无障碍|进入(?:适老|关怀|长者|无障碍).{0,3}|简体\s?繁体|本版导读|[-—]*\s?END\s?[-—]*"
    r"|喜欢(?:就|请)?点.{0,8}(?:在看|赞).{0,6}|网站地图|关于我们|关注(?:我们|微信|公众号)|(?:新闻|信息)?内容|正文|摘要|全文|相关图片|HTML(?:原始内容|格式)|扫码.{0,12}"
    r"|设为首页\s*[|]?\s*(?:加入)?收藏(?:本站)?|查看\s*[:：]\s*\d+\s*[|]?\s*回复\s*[:：]\s*\d+|(?:打印\s*)?上一主题\s*[|]?\s*下一主题"
    r"|\[复制链接\]|跳转到指定楼层|电梯直达|楼主|只看该作者"
    r"|\S{0,60}\.(?:jpe?g|png|gif|bmp|webp)|[\W_]*",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"ICP[备证]|公网安备|许可证(?:编?号)?\s*[:：]?\s*[\dA-Z]|All\s+Rights\s+Reserved|友情链接$|版\s*权\s*所\s*有"
    r"|\|广告服务\||\|网站声明\||\|版权服务\||不良信息举报|违法和不良|服务邮箱\s*[:：]|屏幕分辨率",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:.{0,40}版权.{0,24}(?:声明|说明)|(?:免责|法律|版权|郑重|特别|转载|本站|网站|本网)声明)\s*[:：]?"
    r"|(?:\d\s*[、.．]\s*)?凡?本(?:网站?|站|刊|报).{0,6}(?:注明|转载|刊载).{0,20}"
)
_NOTICE_START = re.compile(
    r"(?:免责|版权|郑重|特别|法律|转载)(?:声明|提示)\s*[:：]|声明\s*[:：]"
    r"|(?:\d\s*[、.．]\s*)?凡(?:本网|本站|注明|来源|转载|非本|未注明)"
    r"|本(?:网|站|文).{0,20}(?:不代表本|转载自|版权归|仅代表作者|观点和对其真实性)|来说两句"
    r"|以上(?:内容|信息)(?:仅|由)"
)
_ONLY_LINKS = re.compile(
    r"(?:[\[【]?\s*(?:相关|推荐|延伸|热门|热点|最新|更多|精彩|往期|近期|编辑推荐|图片|为你推荐)"
    r"(?:阅读|新闻|报道|链接|文章|推荐|信息|内容|专题|资讯|图片|回顾|精彩|热点|热文)\s*[】\]]?\s*[:：]?"
    r"|(?:你可能|您可能|猜你|大家都在)(?:喜欢|看|感兴趣).{0,6}|新闻(?:排行|推荐)|点击排行|热门排行|编辑推荐|网友评论|热门标签)$"
)
_NAV_WORD = re.compile(
    r"(?:首页|新闻中心|要闻|时政|国内|国际|社会|财经|体育|娱乐|科技|文化|视频|图片|专题|微信|微博|客户端|智能问答"
    r"|无障碍|繁[體体]版?|简体版?|RSS|English|登录|注册|搜索|政务公开|办事服务|互动交流|政民互动|政务服务|数据开放"
    r"|网站地图|长者版|适老版|收藏|设为首页|加入收藏|联系我们|关于我们)$",
    re.IGNORECASE,
)


_STAFF = re.compile(r"编辑|編輯|记者|記者|责编|責編|作者|审核|校对|摄影|供稿")
_LEAST_BODY = 40
"""Characters of a paragraph that is part of a report and no link to another."""


def without_clutter(line: str) -> str:
    """A line without what the page put around it; empty when all of it is clutter."""
    if len(line) > _LONGEST:
        if len(line) <= _LONGEST_FOOTER and "。" not in line and _FOOTER.search(simplified(line)):
            return ""
        return _EXPAND.sub("", line) if line.endswith(("详细", "全文", "更多")) else line
    if len(line) > 40 and line[-1] in "。；" and not _FOOTER.search(line):
        return line
    if _is_clutter(simplified(line)):
        return ""
    if line.endswith(("详细", "全文", "更多")):
        line = _EXPAND.sub("", line)
    return line.strip(" |｜\u3000")


def without_counts(line: str) -> str:
    """A line of metadata without view counts, font sizes and share words."""
    kept, at = [], 0
    for count in _COUNTS.finditer(simplified(line)):
        kept.append(line[at : count.start()])
        at = count.end()
    return ("".join(kept) + line[at:]).strip(" |｜\u3000")


def is_breadcrumb(line: str) -> bool:
    """Whether a line says where on a site the page stands: 您现在的位置:首页 > 要闻."""
    return len(line) <= _LONGEST and _BREADCRUMB.match(simplified(line)) is not None


def _is_clutter(line: str) -> bool:
    return bool(
        _STARTS.match(line)
        or _WHOLE.fullmatch(line)
        or (_BREADCRUMB.match(line) and not _DAY.search(line))
        or (len(line) <= 40 and "。" not in line and _BREADCRUMB_INSIDE.match(line))
        or _FOOTER.search(line)
        or is_navigation(line)
    )


def is_navigation(line: str) -> bool:
    """Whether a line is a bar of at least four short entries, or of known names of sections."""
    if " " not in line and "|" not in line and "｜" not in line and "│" not in line:
        return False
    parts = [part for part in _BAR.split(line) if part.strip()]
    if len(parts) >= 4 and max(map(len, parts)) <= 10 and "号" not in line:
        return True
    words = line.split()
    return len(words) >= 3 and sum(1 for word in words if _NAV_WORD.match(word)) * 2 >= len(words)


def without_tails(blocks: list[Block]) -> list[Block]:
    """The blocks without copyright notices and lists of other reports, up to the next headline."""
    kept: list[Block] = []
    tail = ""
    behind_body = False
    for block in blocks:
        began = _tail_begun_by(block)
        if began:
            tail = began
            continue
        if tail and _ends_tail(tail, block, behind_body=behind_body):
            tail = ""
        if not tail:
            kept.append(block)
            behind_body = behind_body or _is_body(block)
    return kept


def _tail_begun_by(block: Block) -> str:
    text = block.text
    if len(text) <= 30 and _ONLY_LINKS.match(simplified(text)):
        return "links"
    if block.kind == "caption":
        return ""
    if _NOTICE_START.match(text) or (len(text) <= 80 and _NOTICE.fullmatch(text)):
        return "notice"
    return ""


def _ends_tail(tail: str, block: Block, *, behind_body: bool) -> bool:
    """Behind the report, links have their own papers and days; before it, a day is the report's."""
    if block.kind == "heading" and block.level:
        return True
    stated = block.kind == "meta" and (not behind_body or _STAFF.search(block.text) is not None)
    return tail == "links" and (stated or _is_body(block))


def _is_body(block: Block) -> bool:
    return "。" in block.text and len(block.text) >= _LEAST_BODY
