"""What a number counts. Each case is a sentence with the measure that is expected for each number."""

import pytest

import fazhi_ie
from marked import parse

NOUN_BEHIND = [
    "目前，<q measure=业务部门>35个</q>业务部门。",
    "制定<q measure=制定年度任务>28项</q>年度任务。",
    "<q measure=事项可网上办理>99.2%</q>的事项可网上办理。",
    "县委常委会<q measure=县委常委会研究法治建设>3次</q>研究法治建设。",
    "由<q measure=执法部门>16个</q>执法部门组成专班。",
    "对全县<q measure=重点单位专项检查>72家</q>重点单位进行专项检查。",
    "<q measure=基层部门>13个</q>基层部门共梳理风险点<q measure=基层部门梳理风险点>96处</q>。",
]

NOUN_BEFORE = [
    "全年共审查规范性文件<q measure=审查规范性文件>52件</q>。",
    "开展普法讲座<q measure=普法讲座>12场</q>。",
    "开展行政执法案卷评查<q measure=行政执法案卷评查>2次</q>。",
    "为群众办理公证<q measure=办理公证>310件</q>。",
    "提出审计建议被采纳<q measure=提出审计建议被采纳>36条</q>。",
]

RATES_AND_CHANGES = [
    "受理网民留言<q measure=受理网民留言>420件</q>，办结率<q measure=网民留言办结率>99%</q>。",
    "公开公示率始终保持<q measure=公开公示率>100%</q>。",
    "案件总量同比下降<q measure=案件总量同比下降>12%</q>。",
    "审批时限由<q measure=审批时限>15天</q>压缩至<q measure=审批时限>4天</q>。",
    "维持原决定<q measure=维持原决定>9件</q>，占总数的<q measure=维持原决定占总数>43%</q>。",
    "复议纠错率为<q measure=复议纠错率>8%</q>，比上年度同期下降<q measure=复议纠错率比上年度同期下降>2个百分点</q>。",
    "窗口满意率<q measure=窗口满意率>97%</q>，较2020年提高<q measure=窗口满意率较2020年提高>3个百分点</q>，"
    "环比上升<q measure=窗口满意率环比上升>1个百分点</q>。",
    "来访人数（同比下降<q measure=来访人数同比下降>15%</q>）和来信件数（同比上升<q measure=来信件数同比上升>4%</q>）。",
    "县法院审理案件<q measure=县法院审理案件>80件</q>，结案率<q measure=案件结案率>91%</q>。",
    "各村所辖小组平均为<q measure=各村所辖小组>6个</q>。",
]

BARE_RATES = [
    "组织干部参加普法考试，参考率<q measure=普法考试参考率>100%</q>，合格率<q measure=普法考试合格率>97%</q>。",
    "受理留言<q measure=受理留言>30件</q>，办结率、满意率均为<q measure=留言办结率、满意率>100%</q>。",
    "梳理事项<q measure=梳理事项>80项</q>，其中即办事项<q measure=即办事项>60项</q>，占比<q measure=即办事项占比>75%</q>。",
]

COMPARED = [
    "收到复议申请<q measure=收到复议申请>60件</q>，较2022年<q measure=收到复议申请>40件</q>增加了"
    "<q measure=复议申请增加>20件</q>，同比增长<q measure=复议申请同比增长>50%</q>。",
    "登记事项从法定办理时间<q measure=登记事项法定办理时间>10天</q>缩短到<q measure=登记事项法定办理时间>2天</q>。",
]

SAID_BEFORE = [
    "投诉类数量最多，共<q measure=投诉类>48件</q>。",
    "来信反映物业（<q measure=来信反映物业>19件</q>）、消防（<q measure=消防>7件</q>）。",
    "从办理情况看，共答复<q measure=答复>16件</q>。",
    "收到信访事项<q measure=收到信访事项>60件</q>。办结<q measure=办结信访事项>58件</q>。",
    "办结（含调解、撤回）<q measure=办结>26件</q>。",
    "发生火灾事故<q measure=发生火灾事故>2起</q>，<q measure=发生火灾事故受伤>1人</q>受伤。",
]

NOT_PART_OF_THE_NAME = [
    "将<q measure=重点任务>28项</q>重点任务分解为<q measure=分解具体措施>96项</q>具体措施。",
    "<q measure=审批事项>126项</q>审批事项中，“即来即办”占<q measure=“即来即办”占审批事项>36%</q>。",
    "<q measure=隐患整改完毕>9处</q>隐患已全部整改完毕。",
    "<q measure=案件正在办理中>6件</q>案件正在办理中。",
    "保留<q measure=保留内设科室>8个</q>内设科室。",
    "开展<q measure=未成年人保护活动>5场</q>未成年人保护活动。",
]

FOR_WHOM = [
    "为企业审查合同<q measure=为企业审查合同>30份</q>。",
    "为群众审查合同<q measure=审查合同>30份</q>。",
]

SHARES = [
    "土地类<q measure=土地类>60件</q>，占<q measure=土地类占>30%</q>；治安类<q measure=治安类>20件</q>，"
    "占<q measure=治安类占>10%</q>。",
    "土地类<q measure=土地类>60件</q>，占收案总数的<q measure=土地类占收案总数>30%</q>，占比逐年下降。",
]

LISTS = [
    "开展法律咨询、发放读本、悬挂横幅等<q measure=法律咨询、发放读本、悬挂横幅>20余场次</q>。",
    "<q measure=镇、部门负责人述法>46名</q>镇、部门负责人述法。",
    "建成<q measure=建成省级普法基地>2个</q>省级、<q measure=建成市级普法基地>5个</q>市级普法基地。",
    "完成文书审核<q measure=文书审核>30份</q>（含协议<q measure=协议>12份</q>、章程<q measure=章程>8份</q>）。",
    "其中审查规章<q measure=审查规章>3件</q>和合同<q measure=审查合同>9份</q>。",
]

CELLS = [
    "类别|数量\n行政处罚|<q measure=行政处罚>40件</q>\n行政许可|<q measure=行政许可>25件</q>",
    "事项|投诉举报|治安管理\n数量|<q measure=投诉举报>12件</q>|<q measure=治安管理>7件</q>\n"
    "占比率|<q measure=投诉举报占比率>63%</q>|<q measure=治安管理占比率>37%</q>",
    "单位|受理|办结\n城关镇|<q measure=城关镇受理>9件</q>|<q measure=城关镇办结>8件</q>",
    "撤回申请后终止\n\n<q measure=撤回申请后终止>31件</q>\n\n<q measure=撤回申请后终止>14.5%</q>",
]

WHOLE_WORDS = [
    "现行有效规范性文件<q measure=现行有效规范性文件>33件</q>。",
    "尚有未结案件<q measure=未结案件>14件</q>。",
    "举办保密法培训会<q measure=保密法培训会>2次</q>。",
    "设立调解室<q measure=设立调解室>12间</q>。",
    "组织法治学习<q measure=法治学习>6次</q>。",
]

LEFT_OUT = [
    "收到行政复议申请<q measure=收到行政复议申请>52件</q>，受理<q measure=受理行政复议申请>47件</q>。",
    "审查合同<q measure=审查合同>3件</q>、章程<q measure=审查章程>2件</q>。",
    "清理规章<q measure=清理规章>3件</q>、规范性文件<q measure=清理规范性文件>52件</q>。",
    "定期召开联席会议，全年共召开<q measure=联席会议>4次</q>。",
    "办理应诉案件<q measure=办理应诉案件>18件</q>，其中土地类<q measure=土地类>3件</q>、治安类<q measure=治安类>2件</q>。",
    "细化<q measure=细化具体任务方面>8个</q>方面<q measure=细化具体任务>37项</q>具体任务。",
    "梳理权力事项<q measure=梳理权力事项>9类</q><q measure=梳理权力事项>396项</q>。",
    "建成法治公园<q measure=建成法治公园>2处</q>，占地面积<q measure=法治公园占地面积>3000平方米</q>。",
]


WORDS_THAT_LOOK_LIKE_OPENERS_AND_TAILS = [
    "共享律师<q measure=共享律师>3人</q>。",
    "其他执法行为<q measure=其他执法行为>45宗</q>。",
    "及时跟进处理来信<q measure=及时跟进处理来信>16封</q>。",
    "全年查处违法行为<q measure=查处违法行为>18起</q>。",
    "送达文书<q measure=送达文书>60份</q>，项目总数达<q measure=项目总数>21个</q>。",
    "三是全年出动人员<q measure=出动人员>90人次</q>。",
    "（二）全年办结许可<q measure=办结许可>90件</q>。",
]

VERBS_THAT_ARE_NONE = [
    "各级党组织集体学习<q measure=各级党组织集体学习>24次</q>。",
    "作出撤销、变更、确认违法、责令履行等纠错决定<q measure=作出纠错决定>6件</q>。",
    "合法性审查文件<q measure=合法性审查文件>6件</q>、合同<q measure=合法性审查合同>9份</q>。",
]

SHORTENED = [
    "<q measure=成果入选优秀案例>8项</q>成果作为本省唯一一批代表入选全国优秀案例《治理新篇》。",
    "梳理<q measure=梳理部门>36个</q>部门证明清单<q measure=梳理证明清单>520项</q>。",
    "建成集宣传、咨询于一体的法治驿站<q measure=法治驿站>2处</q>。",
    "先后<q measure=调度会、推进会>5次</q>召开调度会、推进会。",
    "组织学习《云溪县信访办法》等法律法规<q measure=组织学习法律法规>9次</q>。",
]

MONEY_AND_WHAT_IT_BUYS = [
    "投资<q measure=投资建成法治公园>60万元</q>建成法治公园<q measure=建成法治公园>2处</q>。",
    "投资<q measure=投资新建主题公园>60万元</q>，在城东新建全县最大的主题公园。",
    "罚款<q measure=罚款>60万元</q>，移送案件<q measure=移送案件>3件</q>。",
]

ONE_FOR_EACH = [
    "许可、处罚、强制分别为<q measure=许可>9件</q>、<q measure=处罚>6件</q>、<q measure=强制>1件</q>。",
    "首次登记、转移登记平均时间分别为<q measure=首次登记平均时间>5天</q>、<q measure=转移登记平均时间>3天</q>。",
    "水路、民航旅客发送量分别为<q measure=水路、民航旅客发送量>12人次</q>和<q measure=水路、民航旅客发送量>22人次</q>。",
    "办复率、满意率分别达<q measure=办复率>100%</q>和<q measure=满意率>98%</q>。",
    "涉案金额<q measure=涉案金额>60万元</q>，同比下降<q measure=涉案金额同比下降>8%</q>。",
]


@pytest.mark.parametrize(
    "marked",
    [
        *NOUN_BEHIND,
        *NOUN_BEFORE,
        *BARE_RATES,
        *COMPARED,
        *SAID_BEFORE,
        *NOT_PART_OF_THE_NAME,
        *FOR_WHOM,
        *RATES_AND_CHANGES,
        *LEFT_OUT,
        *WORDS_THAT_LOOK_LIKE_OPENERS_AND_TAILS,
        *VERBS_THAT_ARE_NONE,
        *SHORTENED,
        *MONEY_AND_WHAT_IT_BUYS,
        *ONE_FOR_EACH,
        *SHARES,
        *LISTS,
        *CELLS,
        *WHOLE_WORDS,
    ],
)
def test_measure_is_the_shortest_phrase_that_says_what_is_counted(marked):
    text, marks = parse(marked)
    found = fazhi_ie.extract(text).statistics
    assert [s.quantity.text for s in found] == [text[m.start : m.end] for m in marks]
    assert [s.measure for s in found] == [m.attributes["measure"] for m in marks]
