"""What stands on a page and belongs to no report: navigation, shares, counts, notices, links.

Lines are judged one by one; a notice or a list of other reports then takes what follows with
it. A long paragraph is never judged by itself, and a list of links ends where prose begins.
"""

import re

from store.model import Block

_LONGEST = 90

_INSIDE_META = re.compile(
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?\s*[:：]\s*\d*\s*次?|\d+\s*次?(?:浏览|阅读|点击)\s*[:：]?"
    r"|分享(?:到|至)?\s*[:：]?\s*$|(?:【|\[)?\s*(?:字体|字号|字型)\s*[:：]?\s*(?:[【\[]?\s*(?:超大|特大|大|中|小|默认|缩小|放大)\s*[】\]]?\s*){1,5}(?:】|\])?"
    r"|[【\[]?(?:打印本?页?|关闭(?:窗口|本页)?|收藏本?[页文]?|我要纠错|保存|复制链接)[】\]]?(?=\s|$)|\s*展开(?:详细|全文)$"
)
_EXPAND = re.compile(r"\s*(?:展开(?:详细|全文)|查看更多|点击查看更多|收起全文)\s*$")
_BAR = re.compile(r"\s*[|｜│丨]\s*")
_PICTURE_NAME = re.compile(r"\S{0,60}\.(?:jpe?g|png|gif|bmp|webp)$", re.I)
_EMPTY = re.compile(r"[\W_]*$")
_BREADCRUMB = re.compile(
    r"(?:您|你)?(?:现在|当前|目前|所在)?(?:所在)?的?位置\s*[:：]|首页\s*[>＞»›／/]"
)
_DROPPED = re.compile(
    r"本网站已支持IPv6"
    r"|[【\[]?\s*(?:上|下|前|后)一?(?:篇|条|则|页|章)(?:文章|新闻|信息)?\s*[】\]]?\s*[:：]?"
    r"|(?:您|你)?(?:现在|当前|目前|所在)?(?:所在)?的?位置\s*[:：]|首页\s*[>＞»›／/]"
    r"|分享(?:到|至|让|给|本文)?\s*[:：]?|(?:浏览|阅读|点击|访问)(?:次数|量|数|率)\s*[:：]?\s*\d*$|字[体号]\s*[:：]"
    r"|已有\s*\d*\s*人|来说两句|加载(?:中|更多)|登录后|请?登录|注册"
    r"|扫一扫|扫描?二维码|手机(?:浏览器)?扫|长按(?:识别|二维码)|关注(?:我们|微信)|微信(?:扫|公众号|关注)"
    r"|[\[【(（]?(?:转入文章首发地址|查看原文|阅读原文|查看视频|原文链接|原文地址|原文网址|本文链接|本文网址|点击查看|查看完整版本|查看更多)"
    r"|页\s*[:：]\s*\[?\d+|Powered\s+by\b|Copyright\b|©|版权所有|版權所有|技术支持\s*[:：]|主办单位?\s*[:：]|主办\s*[:：]|承办\s*[:：]|网站地图|网站标识码"
    r"|[•·]?\s*(?:联系电话|传\s*真|邮\s*箱|电子邮箱|联系地址|地\s*址|邮\s*编|邮政编码|举报电话|举报邮箱|客服(?:电话|热线))\s*[:：]"
    r"|[（(]\s*(?:更新时间戳|完)\s*[)）:：]|-\s*N\s*\+|打印|关闭|返回|收藏|回到?顶部|更多\s*[>»＞]*$|展开(?:详细|全文)|(?:网友|最热|最新|热门|全部)评论"
    r"|\d+\s*条?评论|发表评论|我要评论|点赞|举报|责任编辑\s*[:：]?\s*$|广告$|推广$|热词\s*[:：]|关键[词字]\s*[:：]\s*$|标签\s*[:：]\s*$|English$",
    re.I,
)
_DROPPED_ANYWHERE = re.compile(
    r"ICP[备证]|公网安备|许可证(?:编?号)?\s*[:：]?\s*[\dA-Z]|All\s+Rights\s+Reserved|友情链接$|版\s*权\s*所\s*有|"
    r"\|广告服务\||\|网站声明\||\|版权服务\||不良信息举报|违法和不良|服务邮箱|屏幕分辨率|浏览器.{0,10}(?:访问|浏览)本",
    re.I,
)
_NOTICE = re.compile(
    r"(?:.{0,40}版权.{0,24}(?:声明|说明)|(?:免责|法律|版权|郑重|特别|转载|本站|网站|本网)声明)\s*[:：]?"
    r"|(?:\d\s*[、.．]\s*)?凡?本(?:网站?|站|刊|报).{0,6}(?:注明|转载|刊载).{0,20}"
)
_NOTICE_START = re.compile(
    r"(?:免责|版权|郑重|特别|法律|转载)(?:声明|提示)\s*[:：]|声明\s*[:：]|(?:\d\s*[、.．]\s*)?凡(?:本网|本站|注明|来源|转载|非本|未注明)"
    r"|本(?:网|站|文).{0,20}(?:不代表本|转载自|版权归|仅代表作者|观点和对其真实性)|来说两句|以上(?:内容|信息)(?:仅|由)"
)
_ONLY_LINKS = re.compile(
    r"(?:[\[【]?\s*(?:相关|推荐|延伸|热门|热点|最新|更多|精彩|往期|猜你喜欢|大家都在看|编辑推荐|图片|为你推荐|你可能)"
    r"(?:阅读|新闻|报道|链接|文章|推荐|信息|内容|专题|资讯|图片|回顾|精彩|热点|感兴趣.{0,6})?\s*[】\]]?\s*[:：]?"
    r"|相关(?:阅读|新闻|报道|链接|文章).{0,4}|猜你喜欢|新闻排行|点击排行|热门排行|网友评论|热门(?:推荐|标签))$"
)
_NAV_WORDS = re.compile(
    r"(?:首页|新闻中心|要闻|时政|国内|国际|社会|财经|体育|娱乐|科技|文化|视频|图片|专题|微信|微博|客户端|智能问答|无障碍|"
    r"繁[體体]版?|简体版?|RSS|English|登录|注册|搜索|政务公开|办事服务|互动交流|政民互动|政务服务|数据开放|网站地图|长者版|适老版|收藏|设为首页|加入收藏|联系我们|关于我们)$",
    re.I,
)


def without_clutter(line: str) -> str:
    """A line without view counts, font sizes and share words inside it; empty when it is clutter."""
    if len(line) > _LONGEST:
        return _EXPAND.sub("", line) if line.endswith(("详细", "全文", "更多")) else line
    if _is_dropped(line):
        return ""
    return _INSIDE_META.sub("", line).strip(" |｜\u3000")


def is_breadcrumb(line: str) -> bool:
    """Whether a line says where on a site the page stands: 您现在的位置:首页 > 要闻."""
    return _BREADCRUMB.match(line) is not None


def _is_dropped(line: str) -> bool:
    return bool(
        _DROPPED.match(line)
        or _EMPTY.match(line)
        or _PICTURE_NAME.match(line)
        or _DROPPED_ANYWHERE.search(line)
        or is_navigation(line)
    )


def is_navigation(line: str) -> bool:
    """Whether a line is a bar of at least four short entries, or of known names of sections."""
    parts = [part for part in _BAR.split(line) if part.strip()]
    if len(parts) >= 4 and max(map(len, parts)) <= 10 and "号" not in line:
        return True
    words = line.split()
    return len(words) >= 3 and sum(1 for word in words if _NAV_WORDS.match(word)) * 2 >= len(words)


def without_tails(blocks: list[Block]) -> list[Block]:
    """The blocks without copyright notices and lists of other reports, up to the next headline."""
    kept: list[Block] = []
    tail = ""
    for block in blocks:
        began = _tail_begun_by(block)
        if began:
            tail = began
            continue
        if tail and _ends_tail(tail, block):
            tail = ""
        if not tail:
            kept.append(block)
    return kept


def _tail_begun_by(block: Block) -> str:
    text = block.text
    if len(text) <= 60 and _ONLY_LINKS.match(text):
        return "links"
    if block.kind == "caption":
        return ""
    if _NOTICE_START.match(text) or (len(text) <= 80 and _NOTICE.fullmatch(text)):
        return "notice"
    return ""


def _ends_tail(tail: str, block: Block) -> bool:
    if block.kind == "heading" and block.level:
        return True
    return tail == "links" and (
        block.kind == "meta" or ("。" in block.text and len(block.text) >= 40)
    )
